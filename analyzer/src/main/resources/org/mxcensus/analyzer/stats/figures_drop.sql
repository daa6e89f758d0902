-- The figures of a crawl go.
DELETE FROM figures
WHERE crawl = $crawl
