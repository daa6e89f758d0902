-- The summaries of all crawls, oldest first.
SELECT summary
FROM crawls
ORDER BY crawl
