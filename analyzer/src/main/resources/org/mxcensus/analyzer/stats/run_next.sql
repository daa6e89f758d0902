-- The number of one more run.
SELECT coalesce(max(run), 0) + 1
FROM crawls
