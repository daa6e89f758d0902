-- What was seen of each MX host that has an address which takes mail: over all its addresses ("whole"), and over those
-- that gave an answer ("reached"; null where none did). "NAME" is DANE that fails by the certificate's name alone, at some
-- addresses or at all ("named": it fails nowhere otherwise).
-- Crawls that were judged by an earlier version lack some columns.
CREATE VIEW seen_hosts AS
WITH exchanges AS (
    SELECT * FROM exchange_verdicts
    UNION ALL BY NAME
    SELECT NULL::VARCHAR AS dane_cause, NULL::VARCHAR AS tls_sound WHERE FALSE
),
addresses AS (
    SELECT * FROM host_verdicts
    UNION ALL BY NAME
    SELECT NULL::VARCHAR AS dane_cause, NULL::VARCHAR AS tls_grade WHERE FALSE
),
answers AS (
    SELECT
        host,
        CASE
            WHEN dane = 'MISMATCH' THEN
                CASE WHEN dane_cause IS NULL THEN 'PERHAPS_NAME' WHEN dane_cause = 'NAME' THEN 'NAME' ELSE 'FAILS' END
            WHEN dane IN ('LOOKUP_FAILED', 'UNMEASURED') THEN 'UNMEASURED'
            WHEN dane = 'VALID' THEN 'VALID'
            ELSE 'FAILS'
        END AS dane,
        CASE
            WHEN starttls = 'NO' OR tls_grade = 'DEPRECATED' THEN 'NO'
            WHEN tls_grade IN ('MODERN', 'ADEQUATE') THEN 'YES'
            ELSE 'UNMEASURED'
        END AS tls
    FROM addresses
    WHERE starttls IN ('YES', 'NO')
),
named AS (
    SELECT host
    FROM addresses
    GROUP BY host
    HAVING bool_and(coalesce(dane = 'VALID' OR (dane = 'MISMATCH' AND dane_cause = 'NAME'), FALSE))
),
reached AS (
    SELECT
        host,
        CASE
            WHEN bool_or(dane = 'FAILS') THEN 'FAILS'
            WHEN bool_or(dane = 'UNMEASURED') THEN 'UNMEASURED'
            WHEN bool_or(dane = 'PERHAPS_NAME') THEN 'PERHAPS_NAME'
            WHEN bool_or(dane = 'NAME') THEN 'NAME'
            ELSE 'VALID'
        END AS dane,
        CASE WHEN bool_or(tls = 'NO') THEN 'NO' WHEN bool_and(tls = 'YES') THEN 'YES' ELSE 'UNMEASURED' END AS tls
    FROM answers
    GROUP BY host
)
SELECT
    e.host,
    e.dane IS NOT NULL AS takes_mail,
    e.measured > 0 AS accepting,
    CASE
        WHEN e.dane = 'PARTIAL' AND n.host IS NOT NULL THEN 'NAME'
        -- What could not be told may fail otherwise than by the name.
        WHEN e.dane = 'FAILS_SOMEWHERE' AND coalesce(e.dane_cause, 'NAME') = 'NAME' THEN 'PERHAPS_NAME'
        WHEN e.dane = 'MISMATCH' THEN
            CASE WHEN e.dane_cause IS NULL THEN 'PERHAPS_NAME' WHEN e.dane_cause = 'NAME' THEN 'NAME' ELSE 'FAILS' END
        WHEN e.dane IN ('LOOKUP_FAILED', 'UNMEASURED') THEN 'UNMEASURED'
        WHEN e.dane = 'VALID' THEN 'VALID'
        ELSE 'FAILS'
    END AS whole_dane,
    CASE
        WHEN e.starttls = 'NO' OR e.tls_sound = 'NO' THEN 'NO'
        WHEN e.starttls = 'YES' AND e.tls_sound = 'YES' THEN 'YES'
        ELSE 'UNMEASURED'
    END AS whole_tls,
    r.dane AS reached_dane,
    r.tls AS reached_tls,
    e.dane_deployed AS validated,
    CASE
        WHEN h.tlsa_status IN ('FOUND', 'FOUND_INSECURE') THEN 'YES'
        WHEN h.tlsa_status = 'ABSENT' THEN 'NO'
        WHEN h.tlsa_status = 'NOT_ASKED' AND h.a_status <> 'FAILED' AND h.aaaa_status <> 'FAILED' THEN 'NO'
        ELSE 'UNMEASURED'
    END AS publishes,
    CASE
        WHEN h.host IS NULL OR h.tlsa_status = 'FAILED' THEN 'UNMEASURED'
        WHEN len([t FOR t IN h.tlsa IF t.usage = 3]) > 1 THEN 'YES'
        WHEN list_contains([t.usage FOR t IN h.tlsa], 3) AND list_contains([t.usage FOR t IN h.tlsa], 2) THEN 'YES'
        ELSE 'NO'
    END AS rollover
FROM exchanges AS e
LEFT JOIN named AS n ON n.host = e.host
LEFT JOIN reached AS r ON r.host = e.host
LEFT JOIN mx_hosts AS h ON h.host = e.host
