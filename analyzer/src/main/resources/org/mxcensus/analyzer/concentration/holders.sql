-- Providers by how many domains they receive mail for, most first.
CREATE TABLE holders AS
WITH counted AS (
    SELECT v.provider, count(*) AS domains
    FROM (SELECT DISTINCT domain, tld FROM frame) AS f
    JOIN domain_verdicts AS v ON v.domain = f.domain
    WHERE v.provider IS NOT NULL AND f.tld = coalesce(nullif($tld, ''), f.tld)
    GROUP BY v.provider
)
SELECT
    row_number() OVER largest AS place,
    provider,
    domains,
    (sum(domains) OVER largest)::BIGINT AS cumulated
FROM counted
WINDOW largest AS (ORDER BY domains DESC, provider ROWS UNBOUNDED PRECEDING)
