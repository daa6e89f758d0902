-- Those of one more crawl.
INSERT INTO betraying
SELECT CAST($crawl AS DATE), g.id
FROM released AS r
JOIN groups AS g ON g.scope = r.scope AND ${same}
WHERE r.weighting = 'domains'
    AND list_contains([${betraying}]::VARCHAR[], r.scope || ' ' || concat_ws('/', ${keys}))
