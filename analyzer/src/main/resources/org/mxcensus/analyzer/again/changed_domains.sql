-- Domains at which something came out otherwise than before, of those that were judged both times.
SELECT count(*) FILTER (WHERE ${differs}) AS changed, count(*) AS judged
FROM verdicts_before AS b
JOIN verdicts_after AS a ON a.domain = b.domain
