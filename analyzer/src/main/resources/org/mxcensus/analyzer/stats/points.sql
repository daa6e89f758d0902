-- The figures of one group over all crawls, oldest first.
SELECT *
FROM adoption
WHERE scope = $scope AND weighting = $weighting ${key}
ORDER BY crawl
