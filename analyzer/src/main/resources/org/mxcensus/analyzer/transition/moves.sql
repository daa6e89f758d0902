-- Domains that another provider receives mail for than before.
SELECT provider_before, provider_after, count(*) AS domains
FROM transitions
WHERE provider_before <> provider_after
    AND tld = coalesce(nullif($tld, ''), tld)
GROUP BY ALL
ORDER BY domains DESC, provider_before, provider_after
LIMIT $limit
