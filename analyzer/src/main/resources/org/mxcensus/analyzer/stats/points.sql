-- The figures of one group over all crawls, oldest first.
SELECT crawl, frame, figures
FROM figures
WHERE group_id = $group AND weighting = $weighting
ORDER BY crawl
