-- The largest groups of a kind in one crawl, largest first.
SELECT g.id, ${keys}
FROM figures AS f
JOIN groups AS g ON g.id = f.group_id
WHERE f.crawl = $crawl AND f.weighting = $weighting AND g.scope = $scope ${key}
ORDER BY f.frame DESC, ${keys}
LIMIT $limit
