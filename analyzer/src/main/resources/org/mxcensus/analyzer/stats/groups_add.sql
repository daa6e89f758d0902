-- Groups that no crawl had before.
INSERT INTO groups
SELECT (SELECT coalesce(max(id), 0) FROM groups) + row_number() OVER (ORDER BY scope, ${keys}), *
FROM (
    SELECT scope, ${keys}
    FROM released
    EXCEPT
    SELECT scope, ${keys}
    FROM groups
)
