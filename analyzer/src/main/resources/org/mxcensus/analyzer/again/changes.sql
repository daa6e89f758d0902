-- What came out otherwise than before, for how many domains, with the first few of them.
-- One join over all columns: a list of what is compared is made for a domain only where something differs.
WITH compared AS (
    SELECT b.domain, unnest([${columns}]) AS c
    FROM verdicts_before AS b
    JOIN verdicts_after AS a ON a.domain = b.domain
    WHERE ${differs}
)
SELECT c.name, c.before, c.after, c.cause, count(*) AS domains, min(domain, 3) AS examples
FROM compared
WHERE c.before IS DISTINCT FROM c.after
GROUP BY c.name, c.place, c.before, c.after, c.cause
ORDER BY c.place, domains DESC, c.before, c.after, c.cause
