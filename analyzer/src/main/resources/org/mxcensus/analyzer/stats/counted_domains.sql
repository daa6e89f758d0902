-- The figures of each group by domains and by rank. A group without a ranked domain has none by rank.
CREATE TABLE counted_domains AS
SELECT m.id, m.weighting, CAST(sum(m.units) AS BIGINT) AS frame, ${counts}
FROM (
    SELECT id, 'domains' AS weighting, kind, domains AS units
    FROM members
    UNION ALL
    SELECT id, 'rank' AS weighting, kind, weight AS units
    FROM members
    WHERE weight > 0
) AS m
JOIN findings AS f ON f.kind = m.kind
GROUP BY m.id, m.weighting
