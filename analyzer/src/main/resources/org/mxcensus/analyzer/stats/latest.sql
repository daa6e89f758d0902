-- The figures of one group in the two newest crawls that have it, the newer first.
SELECT crawl, frame, figures
FROM figures
WHERE group_id = $group AND weighting = $weighting
ORDER BY crawl DESC
LIMIT 2
