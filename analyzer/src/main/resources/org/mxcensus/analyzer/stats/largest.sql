-- The largest groups of a kind in one crawl, and the same groups in the crawl before, largest first.
WITH largest AS (
    SELECT source, tld, provider, row_number() OVER (ORDER BY frame DESC, source, tld, provider) AS place
    FROM adoption
    WHERE scope = $scope AND weighting = $weighting AND crawl = $crawl ${key}
    QUALIFY place <= $limit
)
SELECT a.*
FROM adoption AS a
JOIN largest AS l
    ON a.source IS NOT DISTINCT FROM l.source
    AND a.tld IS NOT DISTINCT FROM l.tld
    AND a.provider IS NOT DISTINCT FROM l.provider
WHERE a.scope = $scope AND a.weighting = $weighting AND a.crawl IN ($crawl, $before)
ORDER BY l.place, a.crawl DESC
