-- How all domains stand today.
SELECT
    count(*) FILTER (WHERE today = 'YES'),
    count(*) FILTER (WHERE today IN ('YES', 'NO')),
    count(*) FILTER (WHERE today = 'UNMEASURED'),
    count(*) FILTER (WHERE today IS NULL)
FROM (SELECT ${today} AS today FROM stands)
