-- Domains by mechanism, top-level domain and standings. Few combinations of standings occur, so that they are counted
-- first and taken apart then.
WITH combinations AS (
    SELECT * EXCLUDE (domain), count(*) AS domains
    FROM (SELECT * EXCLUDE (provider_before, provider_after) FROM transitions)
    GROUP BY ALL
),
single AS (
    SELECT tld, domains, unnest([${standings}]) AS s
    FROM combinations
)
SELECT s.mechanism, tld, s.before, s.after, sum(domains)::BIGINT AS domains
FROM single
GROUP BY ALL
ORDER BY s.mechanism, tld, s.before, s.after
