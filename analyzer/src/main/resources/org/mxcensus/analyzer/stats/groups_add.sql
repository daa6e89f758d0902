-- Groups that no crawl had before, the largest of a kind first: those that are looked up together lie together.
INSERT INTO groups
SELECT
    (SELECT coalesce(max(id), 0) FROM groups) + row_number() OVER (ORDER BY scope, frame DESC, ${keys}),
    * EXCLUDE (frame)
FROM (
    SELECT scope, ${keys}, max(frame) AS frame
    FROM released AS r
    ANTI JOIN groups AS g ON g.scope = r.scope AND ${same}
    WHERE weighting = 'domains'
    GROUP BY ALL
)
