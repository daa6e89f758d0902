-- All weightings in one table, in the order in which readers look things up.
CREATE TABLE adoption AS
SELECT scope, source, tld, provider, weighting, frame, ${columns}
FROM (
    SELECT *
    FROM adoption_of_domains
    UNION ALL BY NAME
    SELECT *
    FROM adoption_of_hosts
)
ORDER BY scope, source, tld, provider, weighting
