-- The figures of some groups in the crawls of a run.
CREATE TEMP TABLE settling AS
SELECT *
FROM figures
WHERE group_id > $above AND group_id <= $most AND crawl IN (SELECT crawl FROM crawls WHERE run = $run)
