-- MX hosts at which DANE was valid and an address shows another certificate in the next crawl, by what came of it.
WITH changed AS (
    SELECT
        a.host,
        bool_or(a.dane = 'MISMATCH') AS failed,
        bool_and(a.dane = 'VALID') AS sound,
        bool_or(a.dane IS NULL OR a.dane IN ('LOOKUP_FAILED', 'UNMEASURED')) AS unmeasured
    FROM "after" AS a
    JOIN "before" AS b ON b.host = a.host AND b.ip = a.ip
    WHERE b.dane = 'VALID' AND a.certificate <> b.certificate
    GROUP BY a.host
)
SELECT
    count(*) FILTER (sound) AS sound,
    count(*) FILTER (failed) AS failed,
    count(*) FILTER (unmeasured AND NOT failed) AS unmeasured,
    count(*) FILTER (NOT sound AND NOT failed AND NOT unmeasured) AS withdrawn
FROM changed
