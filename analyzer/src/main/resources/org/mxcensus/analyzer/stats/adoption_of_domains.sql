-- Adoption by domains: one aggregate over all facts for every group and metric at once.
CREATE TABLE adoption_of_domains AS
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
    'domains' AS weighting,
    ${frame},
    ${aggregates}
FROM alike_domains
GROUP BY GROUPING SETS ((first), (first, tld), (first, provider), (first, tld, provider), (source))
HAVING (grouping(source) = 0 OR first)
    AND (grouping(provider) = 1 OR provider IS NOT NULL)
    AND (grouping(provider) = 1 OR grouping(tld) = 1 OR sum(unit) >= ${smallest_cell})
    AND (grouping(provider) = 1 OR grouping(tld) = 0 OR sum(unit) >= ${smallest_provider})
