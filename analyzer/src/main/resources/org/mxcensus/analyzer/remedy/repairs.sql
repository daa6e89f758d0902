-- The repairs that heal most, the best first.
CREATE TABLE repairs AS
WITH sums AS (
    SELECT
        m.mechanism,
        m.kind,
        m.party,
        m.cause,
        sum(b.domains)::BIGINT AS domains,
        coalesce(sum(b.domains) FILTER (WHERE m.after = 'YES'), 0)::BIGINT AS healed,
        coalesce(sum(b.domains) FILTER (WHERE m.after = 'UNMEASURED'), 0)::BIGINT AS unmeasured,
        list_sort(flatten(list(b.examples)))[1:3] AS examples
    FROM mended AS m
    JOIN broken_domains AS b ON b.id = m.id
    WHERE m.mechanism IN (${mechanisms})
    GROUP BY m.mechanism, m.kind, m.party, m.cause
),
at_hosts AS (
    SELECT mechanism, kind, party, cause, count(*) AS hosts, min(host, 3) AS examples
    FROM (
        SELECT DISTINCT mechanism, kind, party, cause, host
        FROM places
        WHERE cause IS NOT NULL AND host IS NOT NULL
    )
    GROUP BY mechanism, kind, party, cause
)
SELECT
    row_number() OVER (
        ORDER BY s.healed DESC, s.unmeasured DESC, s.domains DESC, s.kind, s.party, s.mechanism, s.cause
    ) AS place,
    s.mechanism,
    s.kind,
    s.party,
    s.cause,
    coalesce(h.hosts, 0) AS hosts,
    array_to_string(coalesce(h.examples, s.examples), ' ') AS examples,
    s.domains,
    s.healed,
    s.unmeasured
FROM sums AS s
LEFT JOIN at_hosts AS h
    ON h.mechanism = s.mechanism AND h.kind = s.kind AND h.party = s.party AND h.cause = s.cause
QUALIFY place <= $limit
