-- How many domains have which outcomes by the rules that are asked for.
-- First each set of MX hosts is looked at: "among_..." says which of its hosts must pass, the columns after these what
-- passes. A host that was not seen is unmeasured in all; one without an address that takes mail is left out.
WITH sets AS (
    SELECT DISTINCT hosts, named
    FROM alike_domains
    WHERE len(hosts) > 0
),
members AS (
    SELECT
        s.hosts,
        s.named,
        s.member.preferred AS preferred,
        'YES' AS among_all,
        CASE h.accepting WHEN TRUE THEN 'YES' WHEN FALSE THEN 'NO' ELSE 'UNMEASURED' END AS among_accepting,
        CASE WHEN s.member.preferred THEN among_accepting ELSE 'NO' END AS among_primary_accepting,
        coalesce(h.publishes, 'UNMEASURED') AS among_publishing,
        coalesce(h.validated, 'UNMEASURED') AS validated,
        coalesce(h.rollover, 'UNMEASURED') AS rollover,
        coalesce(h.whole_dane, 'UNMEASURED') AS whole_dane,
        coalesce(h.whole_tls, 'UNMEASURED') AS whole_tls,
        coalesce(h.reached_dane, 'UNMEASURED') AS reached_dane,
        coalesce(h.reached_tls, 'UNMEASURED') AS reached_tls
    FROM (SELECT hosts, named, unnest(hosts) AS member FROM sets) AS s
    LEFT JOIN seen_hosts AS h ON h.host = s.member.host
    WHERE h.host IS NULL OR h.takes_mail
),
found AS (
    SELECT
        hosts,
        named,
        CASE
            WHEN bool_or(among_publishing = 'YES') THEN 'YES'
            WHEN bool_and(among_publishing = 'NO') THEN 'NO'
            ELSE 'UNMEASURED'
        END AS published${findings}
    FROM members
    GROUP BY hosts, named
),
known AS (
    SELECT d.*, f.* EXCLUDE (hosts, named)
    FROM alike_domains AS d
    LEFT JOIN found AS f ON f.hosts = d.hosts AND f.named = d.named
    WHERE d.tld = coalesce(nullif($tld, ''), d.tld)
)
SELECT
    ${outcomes},
    sum(domains)::BIGINT AS domains
FROM known
GROUP BY ALL
