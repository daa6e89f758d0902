-- What is known of each domain of the frame, a row for each source that names it.
-- A domain of the frame without a verdict was not observed: it is unmeasured in every metric.
-- "first" marks one row of each domain, so that a domain in two sources counts once outside scope "source".
CREATE TABLE frame_facts AS
SELECT
    f.source,
    f.tld,
    row_number() OVER (PARTITION BY f.domain ORDER BY f.source) = 1 AS first,
    v.provider,
    v.hosts,
    1 AS unit,
    ${findings}
FROM frame AS f
LEFT JOIN domain_verdicts AS v ON v.domain = f.domain
