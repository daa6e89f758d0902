-- The same for groups of which a domain may be in several.
${into}
SELECT
    ${name},
    kind,
    count(*) AS domains,
    CAST(coalesce(sum(${first_weighs} // rank), 0) AS BIGINT) AS weight
FROM (
    SELECT unnest(${list}) AS ${name}, kind, rank
    FROM facts
)
GROUP BY ALL
