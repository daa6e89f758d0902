-- The figures of a crawl for a spreadsheet.
COPY (
    SELECT *
    FROM adoption_long
    ORDER BY scope, source, tld, provider, provider_group, dns_operator, issuer, weighting, metric
) TO ${file} (FORMAT csv, HEADER, COMPRESSION gzip)
