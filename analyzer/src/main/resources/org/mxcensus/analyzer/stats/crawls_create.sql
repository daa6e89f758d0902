-- The crawls whose figures are in the cache, with the summary of each as JSON.
CREATE TABLE crawls (crawl DATE PRIMARY KEY, summary VARCHAR)
