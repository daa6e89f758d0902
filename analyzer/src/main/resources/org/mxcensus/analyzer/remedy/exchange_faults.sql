-- What is at fault at each MX host, whose it is to mend, and what part the host plays then (see answer.sql).
-- Right records show only at a server that gives TLS, and below a zone that answers. Where that is to be mended first,
-- nobody knows yet whether the records are right; nor whether the certificate is, that nobody has seen.
CREATE VIEW exchange_faults AS
SELECT
    'DANE' AS mechanism,
    p.host,
    p.cause,
    CASE WHEN starts_with(p.cause, 'LOOKUP_') AND z.party IS NOT NULL THEN 'DNS_OPERATOR' ELSE 'PROVIDER' END AS kind,
    CASE WHEN starts_with(p.cause, 'LOOKUP_') THEN coalesce(z.party, p.provider) ELSE p.provider END AS party,
    CASE
        WHEN p.ready = 8
            OR starts_with(p.cause, 'LOOKUP_')
            OR p.cause IN (
                'STARTTLS_NOT_OFFERED', 'STARTTLS_REFUSED', 'HANDSHAKE', 'NO_CERTIFICATE', 'INSECURE_TLSA'
            )
            THEN 4
        ELSE p.ready
    END AS mended
FROM (
    SELECT
        host,
        provider,
        now,
        ready,
        CASE WHEN now = 2 AND cause IS DISTINCT FROM 'INSECURE_TLSA' THEN 'SOME_HOSTS_WITHOUT' ELSE cause END AS cause
    FROM exchange_parts
    WHERE now NOT IN (0, 1)
) AS p
LEFT JOIN zone_parties AS z ON z.name = p.host
WHERE p.cause IN (${causes}) AND p.provider IS NOT NULL
UNION ALL
-- Where some addresses lack TLS and others a valid certificate, the latter is still at fault when the former is mended.
SELECT
    'MTA_STS',
    host,
    CASE WHEN without_tls THEN 'MX_WITHOUT_TLS' ELSE 'MX_CERTIFICATE' END,
    'PROVIDER',
    provider,
    CASE
        WHEN without_tls AND unproven THEN 8
        WHEN without_tls OR untold THEN 4
        ELSE 1
    END
FROM exchange_parts
WHERE sts = 8 AND provider IS NOT NULL
