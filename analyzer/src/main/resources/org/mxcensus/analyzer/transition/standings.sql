-- How each domain of a frame stands, each domain once. Only a zone tells of delegations: a list that names the same
-- domain says nothing of them.
CREATE VIEW ${name} AS
SELECT f.domain, f.tld, v.provider, ${standings}
FROM (
    SELECT domain, any_value(tld) AS tld, bool_or(delegation_ds) AS signed
    FROM ${frame}
    GROUP BY domain
) AS f
LEFT JOIN ${verdicts} AS v ON v.domain = f.domain
