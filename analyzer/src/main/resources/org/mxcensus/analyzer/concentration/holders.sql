-- Providers by how many domains they receive mail for, most first.
CREATE TABLE holders AS
WITH counted AS (
    SELECT provider, count(*) AS domains
    FROM domain_verdicts
    WHERE provider IS NOT NULL AND ends_with(domain, $below)
    GROUP BY provider
)
SELECT
    row_number() OVER largest AS place,
    provider,
    domains,
    (sum(domains) OVER largest)::BIGINT AS cumulated
FROM counted
WINDOW largest AS (ORDER BY domains DESC, provider ROWS UNBOUNDED PRECEDING)
