-- The domains that every crawl was to measure.
CREATE TABLE panel AS
SELECT domain
FROM frames
GROUP BY domain
HAVING count(DISTINCT crawl) = ${crawls}
