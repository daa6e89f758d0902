-- What each lever does for the domains of each of the most promising providers, by top-level domain.
WITH single AS (
    SELECT provider, tld, domains, unnest([${levers}]) AS l
    FROM prospects
),
counted AS (
    SELECT
        provider,
        tld,
        l.lever AS lever,
        coalesce(sum(domains) FILTER (WHERE l.today = 'YES'), 0)::BIGINT AS already,
        coalesce(sum(domains) FILTER (WHERE l.answer = 'YES'), 0)::BIGINT AS numerator,
        coalesce(sum(domains) FILTER (WHERE l.answer IN ('YES', 'NO')), 0)::BIGINT AS denominator,
        coalesce(sum(domains) FILTER (WHERE l.answer = 'UNMEASURED'), 0)::BIGINT AS unmeasured,
        coalesce(sum(domains) FILTER (WHERE l.answer IS NULL), 0)::BIGINT AS not_applicable
    FROM single
    GROUP BY ALL
),
places AS (
    SELECT
        provider,
        row_number() OVER (
            ORDER BY sum(numerator - already) DESC, sum(denominator + unmeasured) DESC, provider
        ) AS place
    FROM counted
    WHERE lever = $lever
    GROUP BY provider
)
SELECT c.provider, c.tld, c.lever, c.already, c.numerator, c.denominator, c.unmeasured, c.not_applicable
FROM counted AS c
JOIN places AS p ON p.provider = c.provider
WHERE p.place <= $limit
ORDER BY p.place, c.tld, c.lever
