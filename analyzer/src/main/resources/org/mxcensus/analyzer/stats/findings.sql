-- What each metric finds of domains of a kind.
CREATE TABLE findings AS
SELECT kind, ${findings}
FROM (
    SELECT
        k.kind,
        k.delegation_ds AS "f.delegation_ds",
        TRUE AS "f.there",
        k.observed IS NOT NULL AS "o.there",
        k.judged IS NOT NULL AS "v.there",
        o.* EXCLUDE (kind),
        v.* EXCLUDE (kind)
    FROM (SELECT DISTINCT * FROM kinds) AS k
    LEFT JOIN domains_kinds AS o ON o.kind = k.observed
    LEFT JOIN domain_verdicts_kinds AS v ON v.kind = k.judged
)
