-- The groups that would betray small ones, with the crawls in which they would.
SELECT g.*, b.crawl
FROM betraying AS b
JOIN groups AS g ON g.id = b.group_id
