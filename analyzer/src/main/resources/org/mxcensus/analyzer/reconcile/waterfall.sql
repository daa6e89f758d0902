-- The figure of the definition to begin with; then, a rule at a time, what comes into it, what goes out, and what is left.
SELECT
    r.place,
    r.rule,
    coalesce(sum(domains) FILTER (WHERE r.after = 'YES' AND r.before <> 'YES'), 0)::BIGINT AS numerator_in,
    coalesce(sum(domains) FILTER (WHERE r.before = 'YES' AND r.after <> 'YES'), 0)::BIGINT AS numerator_out,
    coalesce(sum(domains) FILTER (WHERE r.after = 'YES'), 0)::BIGINT AS numerator,
    coalesce(sum(domains) FILTER (WHERE r.after IN ('YES', 'NO')), 0)::BIGINT AS denominator,
    coalesce(sum(domains) FILTER (WHERE r.after = 'UNMEASURED'), 0)::BIGINT AS unmeasured,
    coalesce(sum(domains) FILTER (WHERE r.after = 'NOT_COUNTED'), 0)::BIGINT AS not_counted
FROM (
    SELECT domains, unnest([
        ${rules}
    ]) AS r
    FROM outcomes
)
GROUP BY r.place, r.rule
ORDER BY r.place
