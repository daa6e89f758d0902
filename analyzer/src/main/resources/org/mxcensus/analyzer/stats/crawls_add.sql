-- One more crawl.
INSERT INTO crawls VALUES ($crawl, $summary, $origin)
