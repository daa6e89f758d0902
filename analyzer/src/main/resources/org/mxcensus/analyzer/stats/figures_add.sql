-- One more crawl.
INSERT INTO figures
SELECT CAST($crawl AS DATE), g.id, r.weighting, r.frame, r.figures
FROM released AS r
JOIN groups AS g ON g.scope = r.scope AND ${same}
ORDER BY g.id, r.weighting
