-- How many domains of each kind the groups of one scope have, and what they weigh.
${into}
SELECT g.id, a.kind, CAST(sum(a.domains) AS BIGINT) AS domains, CAST(sum(a.weight) AS BIGINT) AS weight
FROM (SELECT * FROM ${domains}) AS a
JOIN groups AS g ON g.scope = ${scope} AND ${same}
GROUP BY ALL
