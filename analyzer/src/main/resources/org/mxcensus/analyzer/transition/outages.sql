-- Outages by their first cause, and all of them. An outage is what lies between two looks that found no fault: a crawl
-- that could not tell neither begins nor ends one.
WITH beginnings AS (
    SELECT
        *,
        lag(day) OVER looks AS day_before,
        lead(day) OVER looks AS day_after,
        lead(standing) OVER looks AS standing_after,
        standing = 'BROKEN' AND lag(standing) OVER looks IS DISTINCT FROM 'BROKEN' AS begins
    FROM stood
    WINDOW looks AS (PARTITION BY domain ORDER BY day)
),
numbered AS (
    SELECT *, sum(begins::INTEGER) OVER (PARTITION BY domain ORDER BY day ROWS UNBOUNDED PRECEDING) AS outage
    FROM beginnings
),
outages AS (
    SELECT
        first(cause ORDER BY day) AS cause,
        max(day) - min(day) AS shortest,
        last(day_after ORDER BY day) - first(day_before ORDER BY day) AS longest,
        first(day_before ORDER BY day) IS NOT NULL AS begun,
        last(standing_after ORDER BY day) AS after
    FROM numbered
    WHERE standing = 'BROKEN'
    GROUP BY domain, outage
)
SELECT
    grouping(cause) = 1 AS all_causes,
    cause,
    count(*) AS outages,
    count(*) FILTER (begun) AS begun,
    count(*) FILTER (after IN ('WORKING', 'PARTIAL')) AS repaired,
    count(*) FILTER (after = 'WITHOUT') AS withdrawn,
    count(*) FILTER (begun AND after IN ('WORKING', 'PARTIAL')) AS followed,
    quantile_disc(shortest, 0.5) FILTER (begun AND after IN ('WORKING', 'PARTIAL')) AS shortest,
    quantile_disc(longest, 0.5) FILTER (begun AND after IN ('WORKING', 'PARTIAL')) AS longest
FROM outages
GROUP BY GROUPING SETS ((), (cause))
HAVING count(*) > 0
ORDER BY all_causes DESC, outages DESC, cause
