-- Adoption by MX hosts: each host that a group's domains use counts once in the group, for the groups that have
-- figures by domains. A host without a verdict is unmeasured.
CREATE TABLE adoption_of_hosts AS
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
facts AS (
    SELECT m.scope, m.source, m.tld, m.provider, ${findings}
    FROM members AS m
    LEFT JOIN (SELECT *, TRUE AS there FROM exchange_verdicts) AS v ON v.host = m.host
),
alike AS (
    SELECT *, count(*) AS unit
    FROM facts
    GROUP BY ALL
)
SELECT
    d.scope,
    d.source,
    d.tld,
    d.provider,
    'mx_hosts' AS weighting,
    ${frame},
    ${aggregates}
FROM adoption_of_domains AS d
LEFT JOIN alike AS h
    ON h.scope = d.scope
    AND h.source IS NOT DISTINCT FROM d.source
    AND h.tld IS NOT DISTINCT FROM d.tld
    AND h.provider IS NOT DISTINCT FROM d.provider
GROUP BY ALL
