-- How many MX hosts of each kind the groups of one scope use. A host counts once in the group.
${into}
SELECT m.id, h.kind, count(*) AS hosts
FROM (
    SELECT DISTINCT g.id, a.host
    FROM (SELECT * FROM ${hosts}) AS a
    JOIN groups AS g ON g.scope = ${scope} AND ${same}
) AS m
JOIN host_facts AS h ON h.host = m.host
GROUP BY ALL
