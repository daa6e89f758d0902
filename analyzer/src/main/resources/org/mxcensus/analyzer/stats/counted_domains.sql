-- counted_domains
-- Each finding of each group, a row for each metric. Metrics are rows and not columns here: a plan with hundreds of
-- aggregates over several groupings takes longer than to count.
CREATE TABLE counted_domains AS
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
    finding.metric,
    ${counts}
FROM (
    SELECT first, source, tld, provider, units, unnest([${findings}]) AS finding
    FROM alike_domains
)
GROUP BY GROUPING SETS (
    (first, finding.metric),
    (first, tld, finding.metric),
    (first, provider, finding.metric),
    (first, tld, provider, finding.metric),
    (source, finding.metric)
)
HAVING (grouping(source) = 0 OR first)
    AND (grouping(provider) = 1 OR provider IS NOT NULL)
    AND (grouping(provider) = 1 OR grouping(tld) = 1 OR sum(units) >= ${smallest_cell})
    AND (grouping(provider) = 1 OR grouping(tld) = 0 OR sum(units) >= ${smallest_provider})
