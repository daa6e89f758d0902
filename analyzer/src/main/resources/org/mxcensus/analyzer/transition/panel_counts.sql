-- How the domains of a crawl stand: all of them, and those of the panel.
WITH combinations AS (
    SELECT s.* EXCLUDE (domain, tld, provider), count(*) AS domains, count(p.domain) AS in_panel
    FROM ${view} AS s
    LEFT JOIN panel AS p ON p.domain = s.domain
    WHERE s.tld = coalesce(nullif($tld, ''), s.tld)
    GROUP BY ALL
),
single AS (
    SELECT domains, in_panel, unnest([${standings}]) AS s
    FROM combinations
)
SELECT s.mechanism, s.standing, sum(domains)::BIGINT AS domains, sum(in_panel)::BIGINT AS in_panel
FROM single
GROUP BY ALL
ORDER BY s.mechanism, s.standing
