-- The crawls whose figures are here, with the summary of each as JSON, by what they are known to be the same still, and
-- with which others their figures lie group by group.
CREATE TABLE crawls (crawl DATE PRIMARY KEY, summary VARCHAR, origin VARCHAR, run INTEGER)
