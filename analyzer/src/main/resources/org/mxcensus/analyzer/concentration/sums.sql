-- The frame, each domain once: those with a provider, those that could not be told, and those without mail. Verdicts are
-- of domains of the frame alone.
SELECT
    (SELECT count(*) FROM holders) AS providers,
    v.domains,
    f.domains - v.domains - v.not_applicable AS unmeasured,
    v.not_applicable,
    (SELECT coalesce(min(place), 0) FROM holders WHERE 2 * cumulated >= (SELECT sum(domains) FROM holders)) AS half,
    (SELECT coalesce(sum(place * domains), 0) FROM holders)::BIGINT AS weight
FROM (
    SELECT count(DISTINCT domain) AS domains
    FROM frame
    WHERE ends_with(domain, $below)
) AS f
CROSS JOIN (
    SELECT count(provider) AS domains, count(*) FILTER (WHERE provider IS NULL AND mail = 'NO') AS not_applicable
    FROM domain_verdicts
    WHERE ends_with(domain, $below)
) AS v
