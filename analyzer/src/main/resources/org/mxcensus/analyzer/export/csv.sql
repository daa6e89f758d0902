-- The figures of all crawls for a spreadsheet.
COPY (
    SELECT *
    FROM adoption_long
    ORDER BY crawl, scope, source, tld, provider, provider_group, dns_operator, issuer, weighting, metric
) TO ${file} (FORMAT csv, HEADER)
