-- The figures of each group by MX hosts.
CREATE TABLE counted_hosts AS
SELECT m.id, CAST(sum(m.hosts) AS BIGINT) AS frame, ${counts}
FROM host_members AS m
JOIN host_findings AS f ON f.kind = m.kind
GROUP BY m.id
