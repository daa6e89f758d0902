-- The figures of a group in all crawls of the run lie together.
INSERT INTO figures
SELECT *
FROM settling
ORDER BY group_id, weighting, crawl
