-- The crawls whose figures are here, with the summary of each as JSON, and by what they are known to be the same still.
CREATE TABLE crawls (crawl DATE PRIMARY KEY, summary VARCHAR, origin VARCHAR)
