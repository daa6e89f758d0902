-- Past years whose figures lie crawl by crawl.
SELECT year
FROM (SELECT DISTINCT year(crawl) AS year FROM crawls)
WHERE year < (SELECT max(year(crawl)) FROM crawls)
EXCEPT
SELECT year
FROM settled
ORDER BY year
