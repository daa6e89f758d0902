-- The crawl goes.
DELETE FROM crawls
WHERE crawl = $crawl
