-- The largest groups of a kind in one crawl, and the same groups in the crawl before, largest first.
WITH largest AS (
    SELECT g.*, row_number() OVER (ORDER BY f.frame DESC, ${keys}) AS place
    FROM figures AS f
    JOIN groups AS g ON g.id = f.group_id
    WHERE f.crawl = $crawl AND f.weighting = $weighting AND g.scope = $scope ${key}
    QUALIFY place <= $limit
)
SELECT ${keys}, f.crawl, f.frame, f.figures
FROM figures AS f
JOIN largest AS l ON l.id = f.group_id
WHERE f.weighting = $weighting AND f.crawl IN ($crawl, $before)
ORDER BY l.place, f.crawl DESC
