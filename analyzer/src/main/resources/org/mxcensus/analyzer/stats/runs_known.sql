-- The run of each crawl.
SELECT crawl, run
FROM crawls
