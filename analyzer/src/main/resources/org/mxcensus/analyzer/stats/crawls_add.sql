-- One more crawl, in a run of its own.
INSERT INTO crawls
SELECT $crawl, $summary, $origin, coalesce(max(run), 0) + 1
FROM crawls
