-- The domains of the frame, each once, those together of which the same is known. Few MX hosts serve most domains, so
-- that a million domains make some ten thousand of these rows.
-- "mail" is null where the domain was not observed. "named" says whether the host's verdicts hold for the domain too,
-- whose name a certificate may bear: for certain, not at all, or nobody knows.
CREATE TABLE alike_domains AS
SELECT
    f.tld,
    f.signed,
    s.mail,
    s.mx_status,
    s.dnssec,
    s.dane,
    CASE
        WHEN s.dane IN ('VALID', 'HOST_READY_DOMAIN_INSECURE') THEN 'YES'
        WHEN s.dane IN ('LOOKUP_FAILED', 'UNMEASURED') THEN 'UNMEASURED'
        ELSE 'NO'
    END AS named,
    coalesce(s.hosts, []) AS hosts,
    count(*) AS domains
FROM (
    SELECT domain, any_value(tld) AS tld, bool_or(delegation_ds) AS signed
    FROM frame
    GROUP BY domain
) AS f
LEFT JOIN (
    SELECT
        v.domain,
        v.mail,
        o.mx_status,
        v.dnssec,
        v.dane,
        -- A null MX among others counts for nothing (RFC 7505 §3).
        CASE
            WHEN o.mx_status = 'IMPLICIT' THEN [{'host': o.domain, 'preferred': TRUE}]
            WHEN o.mx_status IN ('HOSTS', 'NULL_MX_MIXED') THEN [
                {'host': m.host, 'preferred': m.preference = list_min([n.preference FOR n IN o.mx IF n.host <> ''])}
                FOR m IN o.mx IF m.host <> ''
            ]
        END AS hosts
    FROM domain_verdicts AS v
    JOIN domains AS o ON o.domain = v.domain
) AS s ON s.domain = f.domain
GROUP BY ALL
