-- The domains that announce a policy of MTA-STS, or mean to, and whose does not work: what is at fault with what they
-- publish themselves, and under which name somebody else serves it. Faults of their MX hosts are none of theirs.
CREATE VIEW announced_policies AS
SELECT
    s.domain,
    s.kind,
    CASE WHEN s.mta_sts_cause IN ('MX_WITHOUT_TLS', 'MX_CERTIFICATE') THEN NULL ELSE s.mta_sts_cause END AS cause,
    CASE
        WHEN s.mta_sts_cause IN ('MULTIPLE_RECORDS', 'MALFORMED_RECORD') THEN o.sts_record.cname
        ELSE o.sts_policy.cname
    END AS alias,
    o.sts_policy.status AS fetch,
    o.sts_policy.failure AS failure,
    o.sts_policy.mode AS mode,
    o.sts_policy.mx AS patterns,
    coalesce(o.sts_policy.truncated, FALSE) AS truncated
FROM stands AS s
LEFT JOIN domains AS o ON o.domain = s.domain
WHERE s.kind.mta_sts = 'BROKEN' OR (s.kind.mta_sts = 'NOT_DEPLOYED' AND s.mta_sts_cause IS NOT NULL)
