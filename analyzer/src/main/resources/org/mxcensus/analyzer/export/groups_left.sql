-- The rows of groups that have enough domains in their crawl, whatever figures are weighted by, that would not betray those
-- that have not, and whose name is not withheld.
CREATE OR REPLACE TABLE left_over AS
SELECT * EXCLUDE (crawl)
FROM counted
WHERE NOT list_has_any([${keys}]::VARCHAR[], [${withheld}]::VARCHAR[])
    AND NOT list_contains([${betraying}]::VARCHAR[], scope || ' ' || concat_ws('/', ${keys}))
QUALIFY max(frame) FILTER (WHERE weighting = 'domains') OVER (PARTITION BY scope, ${keys}) >= ${threshold}
ORDER BY scope, ${keys}, weighting
