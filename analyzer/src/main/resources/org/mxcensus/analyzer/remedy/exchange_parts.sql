-- What part each MX host plays in the DANE of its domains, by bits (see answer.sql): now; with right TLSA
-- records published; with its name signed too. No bit: it has no address that accepts mail.
-- "ready" is what right records would meet: an address without TLS fails, and so does one whose certificate nobody
-- can read. Where the look-up of TLSA failed, nobody knows how one of new records would go. A leaf that DANE turns down for
-- its name alone may name some of the domains: the host's verdict cannot tell which (RFC 7672 §3.2.2).
-- "sts" is the part in MTA-STS below a policy that names the host: it proves itself, or nobody takes mail at it.
CREATE TABLE exchange_parts AS
WITH addresses AS (
    SELECT
        host,
        bool_or(dane = 'VALID') AS valid,
        bool_or(dane_cause = 'NAME') AS named,
        bool_or(starttls = 'YES' AND certificate_fault = 'MALFORMED') AS unreadable,
        bool_or(starttls = 'YES' AND certificate_trusted = 'UNMEASURED') AS lost,
        bool_or(starttls = 'YES' AND certificate_trusted <> 'UNMEASURED') AS shown,
        bool_or(starttls = 'YES' AND 'NO' IN (certificate_trusted, certificate_name)) AS unproven,
        bool_or(
            starttls = 'UNMEASURED'
            OR (
                'UNMEASURED' IN (certificate_trusted, certificate_name)
                AND certificate_trusted <> 'NO'
                AND certificate_name <> 'NO'
            )
        ) AS untold
    FROM host_verdicts
    GROUP BY host
),
parts AS (
    SELECT
        e.host,
        p.provider,
        e.dane_cause AS cause,
        CASE WHEN e.dnssec = 'YES' OR e.dane_deployed = 'YES' THEN 'YES' ELSE e.dnssec END AS secure,
        CASE
            WHEN e.dane IS NULL THEN 0
            WHEN e.dane = 'VALID' THEN 1
            WHEN e.dane = 'NOT_DEPLOYED' THEN 2
            WHEN a.named OR e.dane IN ('LOOKUP_FAILED', 'UNMEASURED') THEN 4 + coalesce(a.valid, FALSE)::INTEGER
            ELSE 8
        END AS now,
        CASE
            WHEN e.dane IS NULL THEN 0
            WHEN e.dane_deployed = 'UNMEASURED' THEN 4
            WHEN e.starttls = 'NO' OR a.unreadable THEN 8
            WHEN e.starttls IS DISTINCT FROM 'YES' OR a.lost THEN 4 + coalesce(a.shown, FALSE)::INTEGER
            ELSE 1
        END AS ready,
        CASE
            WHEN 'NO' IN (e.starttls, e.certificate_trusted, e.certificate_name) THEN 8
            WHEN 'UNMEASURED' IN (e.starttls, e.certificate_trusted, e.certificate_name) THEN 4
            ELSE 1
        END AS sts,
        coalesce(e.starttls = 'NO', FALSE) AS without_tls,
        coalesce(a.unproven, FALSE) AS unproven,
        coalesce(e.starttls = 'UNMEASURED' OR a.untold, FALSE) AS untold
    FROM exchange_verdicts AS e
    LEFT JOIN addresses AS a ON a.host = e.host
    LEFT JOIN host_providers AS p ON p.host = e.host
)
SELECT
    host,
    provider,
    cause,
    now,
    ready,
    CASE
        WHEN now IN (0, 1) OR secure = 'NO' THEN now
        WHEN secure = 'YES' THEN ready
        ELSE 4
    END AS published,
    CASE WHEN now IN (0, 1) THEN now ELSE ready END AS signed,
    sts,
    without_tls,
    unproven,
    untold
FROM parts
