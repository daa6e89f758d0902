-- Those of one mechanism, below one top-level domain or all.
SELECT before, after, sum(domains)::BIGINT AS domains
FROM counts
WHERE mechanism = $mechanism AND tld = coalesce(nullif($tld, ''), tld)
GROUP BY ALL
ORDER BY domains DESC
