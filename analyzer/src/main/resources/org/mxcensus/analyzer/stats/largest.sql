-- The largest groups of a kind in one crawl, and the same groups in the crawl before, largest first.
WITH largest AS (
    SELECT ${keys}, row_number() OVER (ORDER BY frame DESC, ${keys}) AS place
    FROM adoption
    WHERE scope = $scope AND weighting = $weighting AND crawl = $crawl ${key}
    QUALIFY place <= $limit
)
SELECT a.*
FROM adoption AS a
JOIN largest AS l ON ${same}
WHERE a.scope = $scope AND a.weighting = $weighting AND a.crawl IN ($crawl, $before)
ORDER BY l.place, a.crawl DESC
