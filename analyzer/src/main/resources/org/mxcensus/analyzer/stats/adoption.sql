-- All weightings in one table, in the order in which readers look things up. By MX hosts there is a row for each group,
-- also where none of its domains has a host.
CREATE TABLE adoption AS
SELECT ${keys}, c.weighting, c.frame, ${columns}
FROM (
    SELECT *
    FROM counted_domains
    UNION ALL BY NAME
    SELECT id, 'mx_hosts' AS weighting, coalesce(COLUMNS(* EXCLUDE (id)), 0)
    FROM (SELECT g.id, h.* EXCLUDE (id) FROM groups AS g LEFT JOIN counted_hosts AS h ON h.id = g.id)
) AS c
JOIN groups AS g ON g.id = c.id
ORDER BY ${keys}, c.weighting
