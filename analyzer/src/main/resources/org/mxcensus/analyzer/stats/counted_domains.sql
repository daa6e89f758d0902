-- counted_domains
-- Each finding of each group, a row for each weighting and metric. A group without a ranked domain has none by rank.
-- Metrics are rows and not columns here: a plan with hundreds of aggregates over several groupings takes longer than
-- to count.
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
    weighting,
    finding.metric,
    ${counts}
FROM (
    SELECT
        first,
        source,
        tld,
        provider,
        domains,
        counted.weighting AS weighting,
        counted.units AS units,
        unnest([${findings}]) AS finding
    FROM (
        SELECT
            *,
            unnest([{'weighting': 'domains', 'units': domains}, {'weighting': 'rank', 'units': weight}]) AS counted
        FROM alike_domains
    )
)
GROUP BY GROUPING SETS (
    (first, weighting, finding.metric),
    (first, tld, weighting, finding.metric),
    (first, provider, weighting, finding.metric),
    (first, tld, provider, weighting, finding.metric),
    (source, weighting, finding.metric)
)
HAVING (weighting = 'domains' OR sum(units) > 0)
    AND (grouping(source) = 0 OR first)
    AND (grouping(provider) = 1 OR provider IS NOT NULL)
    AND (grouping(provider) = 1 OR grouping(tld) = 1 OR sum(domains) >= ${smallest_cell})
    AND (grouping(provider) = 1 OR grouping(tld) = 0 OR sum(domains) >= ${smallest_provider})
