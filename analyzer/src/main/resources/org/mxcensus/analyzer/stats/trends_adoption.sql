-- The same with a column for each figure.
CREATE VIEW adoption AS
SELECT f.crawl, g.* EXCLUDE (id), f.weighting, f.frame, ${columns}
FROM figures AS f
JOIN groups AS g ON g.id = f.group_id
