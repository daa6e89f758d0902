-- The frame, each domain once: those with a provider, those that could not be told, and those without mail.
SELECT
    (SELECT count(*) FROM holders) AS providers,
    count(v.provider) AS domains,
    count(*) FILTER (WHERE v.provider IS NULL AND v.mail IS DISTINCT FROM 'NO') AS unmeasured,
    count(*) FILTER (WHERE v.provider IS NULL AND v.mail = 'NO') AS not_applicable,
    (SELECT coalesce(min(place), 0) FROM holders WHERE 2 * cumulated >= (SELECT sum(domains) FROM holders)) AS half,
    (SELECT coalesce(sum(place * domains), 0) FROM holders)::BIGINT AS weight
FROM (SELECT DISTINCT domain, tld FROM frame) AS f
LEFT JOIN domain_verdicts AS v ON v.domain = f.domain
WHERE f.tld = coalesce(nullif($tld, ''), f.tld)
