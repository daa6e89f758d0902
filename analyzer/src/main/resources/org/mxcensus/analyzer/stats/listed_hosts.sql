-- The same for groups of which a domain may be in several.
${into}
SELECT DISTINCT ${name}, unnest(hosts) AS host
FROM (
    SELECT unnest(${list}) AS ${name}, hosts
    FROM facts
)
