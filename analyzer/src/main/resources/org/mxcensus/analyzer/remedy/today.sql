-- How all domains stand today.
SELECT
    coalesce(sum(domains) FILTER (WHERE ${today} = 'YES'), 0)::BIGINT,
    coalesce(sum(domains) FILTER (WHERE ${today} IN ('YES', 'NO')), 0)::BIGINT,
    coalesce(sum(domains) FILTER (WHERE ${today} = 'UNMEASURED'), 0)::BIGINT,
    coalesce(sum(domains) FILTER (WHERE ${today} IS NULL), 0)::BIGINT
FROM alike_domains
