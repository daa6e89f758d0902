-- counted_hosts
-- Each finding of the MX hosts that a group's domains use, a row for each metric. A host counts once in the group; one
-- without a verdict is unmeasured.
CREATE TABLE counted_hosts AS
WITH used AS (
    SELECT DISTINCT source, tld, provider, unnest(hosts) AS host
    FROM frame_facts
    WHERE len(hosts) > 0
),
members AS (
    SELECT
        CASE
            WHEN grouping(source) = 0 THEN 'source'
            WHEN grouping(tld) = 0 AND grouping(provider) = 0 THEN 'tld_provider'
            WHEN grouping(tld) = 0 THEN 'tld'
            WHEN grouping(provider) = 0 THEN 'provider'
            ELSE 'all'
        END AS scope,
        source,
        tld,
        provider,
        host
    FROM used
    GROUP BY GROUPING SETS (
        (host), (host, tld), (host, provider), (host, tld, provider), (host, source)
    )
),
alike AS (
    SELECT m.scope, m.source, m.tld, m.provider, ${found}, count(*) AS units
    FROM members AS m
    LEFT JOIN (SELECT *, TRUE AS there FROM exchange_verdicts) AS v ON v.host = m.host
    GROUP BY ALL
)
SELECT scope, source, tld, provider, finding.metric, ${counts}
FROM (
    SELECT scope, source, tld, provider, units, unnest([${findings}]) AS finding
    FROM alike
)
GROUP BY ALL
