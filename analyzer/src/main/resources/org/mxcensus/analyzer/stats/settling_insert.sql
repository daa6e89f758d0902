-- The figures of a group over a year lie together.
INSERT INTO figures
SELECT *
FROM settling
ORDER BY group_id, weighting, crawl
