-- How each domain of the frame stands, and all that decides how it could: "kind" is the same for domains that are
-- alike. A domain without a verdict was not observed. "own": an MX host lies within the domain itself.
CREATE VIEW stands AS
SELECT
    f.domain,
    v.mta_sts_cause,
    {
        'tld': f.tld,
        'provider': v.provider,
        'hosts': v.hosts,
        'operators': ${operators},
        'dane': v.dane,
        'mta_sts': v.mta_sts,
        'secure': coalesce(v.dnssec = 'YES', FALSE),
        'own': len([h FOR h IN v.hosts IF h = f.domain OR ends_with(h, '.' || f.domain)]) > 0,
        'dane_today': CASE
            WHEN v.domain IS NULL THEN 'UNMEASURED'
            ELSE v.dane_valid
        END,
        'sts_today': CASE
            WHEN v.domain IS NULL THEN 'UNMEASURED'
            WHEN v.mta_sts IS NULL THEN NULL
            WHEN v.mta_sts = 'ENFORCING' THEN 'YES'
            WHEN v.mta_sts = 'UNMEASURED' THEN 'UNMEASURED'
            ELSE 'NO'
        END
    } AS kind
FROM (SELECT DISTINCT domain, tld FROM frame) AS f
LEFT JOIN domain_verdicts AS v ON v.domain = f.domain
WHERE f.tld = coalesce(nullif(${tld}, ''), f.tld)
