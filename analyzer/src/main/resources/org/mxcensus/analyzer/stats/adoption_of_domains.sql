-- adoption_of_domains
-- Adoption by domains and by rank: a row for each group and weighting.
CREATE TABLE adoption_of_domains AS
SELECT scope, source, tld, provider, weighting, counts[1].frame AS frame, ${columns}
FROM (
    SELECT scope, source, tld, provider, weighting, ${in_order} AS counts
    FROM counted_domains
    GROUP BY ALL
)
