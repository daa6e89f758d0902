-- Every domain of a slice of either frame with how it stood and stands.
${into}
SELECT
    coalesce(a.domain, b.domain) AS domain,
    coalesce(a.tld, b.tld) AS tld,
    b.provider AS provider_before,
    a.provider AS provider_after,
    ${standings}
FROM (SELECT * FROM "before" WHERE domain >= $from AND domain < $to) AS b
FULL JOIN (SELECT * FROM "after" WHERE domain >= $from AND domain < $to) AS a ON a.domain = b.domain
