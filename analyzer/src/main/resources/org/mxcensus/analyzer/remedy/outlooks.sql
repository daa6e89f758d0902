-- What each lever does for the domains of each of the most promising parties, by top-level domain.
WITH single AS (
    SELECT party, tld, domains, unnest([${levers}]) AS l
    FROM prospects
)
SELECT
    s.party,
    s.tld,
    s.l.lever AS lever,
    coalesce(sum(s.domains) FILTER (WHERE s.l.today = 'YES'), 0)::BIGINT AS already,
    coalesce(sum(s.domains) FILTER (WHERE s.l.answer = 'YES'), 0)::BIGINT AS numerator,
    coalesce(sum(s.domains) FILTER (WHERE s.l.answer IN ('YES', 'NO')), 0)::BIGINT AS denominator,
    coalesce(sum(s.domains) FILTER (WHERE s.l.answer = 'UNMEASURED'), 0)::BIGINT AS unmeasured,
    coalesce(sum(s.domains) FILTER (WHERE s.l.answer IS NULL), 0)::BIGINT AS not_applicable
FROM single AS s
JOIN places_of_parties AS p ON p.party = s.party
WHERE p.place <= $limit
GROUP BY p.place, s.party, s.tld, s.l.lever
ORDER BY p.place, s.tld, s.l.lever
