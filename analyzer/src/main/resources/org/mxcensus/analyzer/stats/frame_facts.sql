-- What is known of each domain of the frame, a row for each source that names it.
-- A domain of the frame without an observation or a verdict is unmeasured in every metric that rests on it.
-- "first" marks one row of each domain, so that a domain in two sources counts once outside scope "source".
-- Its delegation is what any of its sources tells, and its rank the best that any of them gives it.
CREATE TABLE frame_facts AS
SELECT
    f.source,
    f.tld,
    f.first,
    v.provider,
    v.hosts,
    f.rank,
    ${findings}
FROM (
    SELECT
        domain,
        source,
        tld,
        row_number() OVER (PARTITION BY domain ORDER BY source) = 1 AS first,
        bool_or(delegation_ds) OVER (PARTITION BY domain) AS delegation_ds,
        min(rank) OVER (PARTITION BY domain) AS rank,
        TRUE AS there
    FROM frame
) AS f
LEFT JOIN (SELECT *, TRUE AS there FROM domains) AS o ON o.domain = f.domain
LEFT JOIN (SELECT *, TRUE AS there FROM domain_verdicts) AS v ON v.domain = f.domain
