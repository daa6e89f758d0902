-- How all domains stand today.
SELECT
    count(*) FILTER (WHERE today = 'YES') AS numerator,
    count(*) FILTER (WHERE today IN ('YES', 'NO')) AS denominator,
    count(*) FILTER (WHERE today = 'UNMEASURED') AS unmeasured,
    count(*) FILTER (WHERE today IS NULL) AS not_applicable
FROM (SELECT ${today} AS today FROM stands)
