-- How many rows a run has, and the highest number of a group.
SELECT count(*), coalesce(max(group_id), 0)
FROM figures
WHERE crawl IN (SELECT crawl FROM crawls WHERE run = $run)
