-- The sources of the chosen domains, and whether each has ranks.
SELECT source, bool_and(rank IS NOT NULL) AS has_ranks
FROM chosen
GROUP BY source
ORDER BY source
