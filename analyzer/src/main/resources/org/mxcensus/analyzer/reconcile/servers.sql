-- The MX hosts that domains name, each once, by whether DNSSEC validates their TLSA records. One without records is not
-- counted; whether there are any behind an answer that failed nobody knows.
WITH named AS (
    SELECT DISTINCT member.host AS host
    FROM (
        SELECT unnest(hosts) AS member
        FROM alike_domains
        WHERE mx_status IN ('HOSTS', 'NULL_MX_MIXED') AND tld = coalesce(nullif($tld, ''), tld)
    )
)
SELECT
    CASE
        WHEN h.tlsa_status = 'FOUND' THEN 'YES'
        WHEN h.tlsa_status = 'FOUND_INSECURE' THEN 'NO'
        WHEN h.tlsa_status = 'ABSENT' THEN 'NOT_COUNTED'
        WHEN h.tlsa_status = 'NOT_ASKED' AND h.a_status <> 'FAILED' AND h.aaaa_status <> 'FAILED' THEN 'NOT_COUNTED'
        ELSE 'UNMEASURED'
    END AS outcome,
    count(*) AS hosts
FROM named AS n
LEFT JOIN mx_hosts AS h ON h.host = n.host
GROUP BY ALL
