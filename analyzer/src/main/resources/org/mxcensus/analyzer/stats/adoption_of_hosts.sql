-- adoption_of_hosts
-- Adoption by MX hosts: a row for each group that has figures by domains, also where none of its domains has a host.
CREATE TABLE adoption_of_hosts AS
SELECT
    d.scope,
    d.source,
    d.tld,
    d.provider,
    'mx_hosts' AS weighting,
    coalesce(h.counts[1].frame, 0) AS frame,
    ${columns}
FROM adoption_of_domains AS d
LEFT JOIN (
    SELECT scope, source, tld, provider, ${in_order} AS counts
    FROM counted_hosts
    GROUP BY ALL
) AS h
    ON h.scope = d.scope
    AND h.source IS NOT DISTINCT FROM d.source
    AND h.tld IS NOT DISTINCT FROM d.tld
    AND h.provider IS NOT DISTINCT FROM d.provider
WHERE d.weighting = 'domains'
