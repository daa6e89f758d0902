-- By what each crawl is known to be the same still.
SELECT crawl, origin
FROM crawls
