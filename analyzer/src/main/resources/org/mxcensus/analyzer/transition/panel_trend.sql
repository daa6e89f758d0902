-- The domains of the panel by crawl and mechanism.
SELECT
    crawl,
    mechanism,
    coalesce(sum(in_panel) FILTER (WHERE standing = 'WORKING'), 0)::BIGINT AS numerator,
    coalesce(sum(in_panel) FILTER (WHERE standing NOT IN ('UNMEASURED', 'NOT_APPLICABLE')), 0)::BIGINT AS denominator,
    coalesce(sum(in_panel) FILTER (WHERE standing = 'UNMEASURED'), 0)::BIGINT AS unmeasured
FROM (
    ${counts}
)
GROUP BY crawl, mechanism
ORDER BY crawl, mechanism
