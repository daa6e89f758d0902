-- What is known of each domain of a slice of the frame: the groups that it is in, and its kind. A domain without an
-- observation or a verdict is unmeasured in every metric that rests on it. A domain in two sources is one domain: its
-- delegation is what any of them tells, and its rank the best that any of them gives it.
CREATE OR REPLACE TABLE facts AS
SELECT
    f.tld,
    f.rank,
    f.sources,
    v.provider,
    v.hosts,
    ${lists},
    hash(f.delegation_ds, o.kind, v.kind) AS kind,
    f.delegation_ds,
    o.kind AS observed,
    v.kind AS judged
FROM (
    SELECT
        domain,
        any_value(tld) AS tld,
        list(source) AS sources,
        bool_or(delegation_ds) AS delegation_ds,
        min(rank) AS rank
    FROM frame
    WHERE domain >= $from AND domain < $to
    GROUP BY domain
) AS f
LEFT JOIN (
    SELECT domain, ${observed} AS kind
    FROM domains
    WHERE domain >= $from AND domain < $to
) AS o
    ON o.domain = f.domain
LEFT JOIN (
    SELECT *, ${judged} AS kind
    FROM domain_verdicts
    WHERE domain >= $from AND domain < $to
) AS v
    ON v.domain = f.domain
