-- Those of a crawl go.
DELETE FROM betraying
WHERE crawl = $crawl
