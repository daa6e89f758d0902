-- Every domain of either frame with how it stood and stands.
CREATE TABLE transitions AS
SELECT
    coalesce(a.domain, b.domain) AS domain,
    coalesce(a.tld, b.tld) AS tld,
    b.provider AS provider_before,
    a.provider AS provider_after,
    ${standings}
FROM "before" AS b
FULL JOIN "after" AS a ON a.domain = b.domain
