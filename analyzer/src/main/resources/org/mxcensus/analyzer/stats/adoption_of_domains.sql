-- adoption_of_domains
-- Adoption by domains: a row for each group.
CREATE TABLE adoption_of_domains AS
SELECT scope, source, tld, provider, 'domains' AS weighting, counts[1].frame AS frame, ${columns}
FROM (
    SELECT scope, source, tld, provider, ${in_order} AS counts
    FROM counted_domains
    GROUP BY ALL
)
