-- What each metric finds of MX hosts of a kind.
CREATE TABLE host_findings AS
SELECT kind, ${findings}
FROM (
    SELECT k.kind, k.judged IS NOT NULL AS "v.there", v.* EXCLUDE (kind)
    FROM (SELECT DISTINCT kind, judged FROM host_facts) AS k
    LEFT JOIN exchange_verdicts_kinds AS v ON v.kind = k.judged
)
