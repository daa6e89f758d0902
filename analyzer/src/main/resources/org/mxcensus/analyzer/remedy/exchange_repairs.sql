-- What each repair at MX hosts does: who mends one fault at all hosts that have it, and nothing else.
-- A host without TLSA records is at fault only where others of the domain have them.
WITH used AS (
    SELECT u.id, u.now, f.kind, f.party, f.cause, f.mended
    FROM uses AS u
    LEFT JOIN exchange_faults AS f ON f.host = u.host
),
mended AS (
    SELECT
        r.id,
        r.kind,
        r.party,
        r.cause,
        bit_or(
            CASE WHEN u.kind = r.kind AND u.party = r.party AND u.cause = r.cause THEN u.mended ELSE u.now END
        ) AS parts
    FROM (SELECT DISTINCT id, kind, party, cause FROM used WHERE cause IS NOT NULL) AS r
    JOIN used AS u ON u.id = r.id
    GROUP BY r.id, r.kind, r.party, r.cause
),
repairs AS (
    SELECT
        m.kind,
        m.party,
        m.cause,
        sum(d.domains)::BIGINT AS domains,
        coalesce(sum(d.domains) FILTER (WHERE answer(m.parts) = 'YES'), 0)::BIGINT AS healed,
        coalesce(sum(d.domains) FILTER (WHERE answer(m.parts) = 'UNMEASURED'), 0)::BIGINT AS unmeasured
    FROM mended AS m
    JOIN alike_domains AS d ON d.id = m.id
    WHERE d.secure
        AND CASE
            WHEN m.cause = 'SOME_HOSTS_WITHOUT' THEN d.dane = 'PARTIAL'
            WHEN m.cause = 'INSECURE_TLSA' THEN d.dane IN ('PARTIAL', 'NOT_DEPLOYED')
            ELSE d.dane IN (
                'MISMATCH', 'STARTTLS_MISSING', 'HANDSHAKE_FAILED', 'UNUSABLE', 'LOOKUP_FAILED', 'PARTIAL'
            )
        END
    GROUP BY m.kind, m.party, m.cause
),
places AS (
    SELECT kind, party, cause, count(*) AS hosts, list(host ORDER BY host)[1:3] AS examples
    FROM exchange_faults
    GROUP BY kind, party, cause
)
SELECT r.kind, r.party, r.cause, p.hosts, array_to_string(p.examples, ' '), r.domains, r.healed, r.unmeasured
FROM repairs AS r
JOIN places AS p ON p.kind = r.kind AND p.party = r.party AND p.cause = r.cause
ORDER BY r.healed DESC, r.unmeasured DESC, r.domains DESC, r.kind, r.party, r.cause
LIMIT $limit
