-- The groups of one scope that are large enough.
INSERT INTO groups BY NAME
SELECT (SELECT count(*) FROM groups) + row_number() OVER () AS id, ${scope} AS scope, * EXCLUDE (domains)
FROM (
    SELECT ${keys} sum(domains) AS domains
    FROM ${domains}
    GROUP BY ALL
)
WHERE domains >= ${smallest}
