-- Domains that are alike in all that decides, and how many they are: a million make some ten thousand of these rows.
-- A domain of the frame without a verdict was not observed. "own": an MX host lies within the domain itself.
CREATE TABLE alike_domains AS
SELECT row_number() OVER () AS id, *
FROM (
    SELECT
        f.tld,
        v.provider,
        v.hosts,
        v.dane,
        coalesce(v.dnssec = 'YES', FALSE) AS secure,
        len([h FOR h IN v.hosts IF h = f.domain OR ends_with(h, '.' || f.domain)]) > 0 AS own,
        CASE
            WHEN v.domain IS NULL THEN 'UNMEASURED'
            WHEN v.dane IS NULL THEN NULL
            WHEN v.dane = 'VALID' THEN 'YES'
            WHEN v.dane IN ('LOOKUP_FAILED', 'UNMEASURED') THEN 'UNMEASURED'
            ELSE 'NO'
        END AS dane_today,
        CASE
            WHEN v.domain IS NULL THEN 'UNMEASURED'
            WHEN v.mta_sts IS NULL THEN NULL
            WHEN v.mta_sts = 'ENFORCING' THEN 'YES'
            WHEN v.mta_sts = 'UNMEASURED' THEN 'UNMEASURED'
            ELSE 'NO'
        END AS sts_today,
        count(*) AS domains
    FROM (SELECT DISTINCT domain, tld FROM frame) AS f
    LEFT JOIN domain_verdicts AS v ON v.domain = f.domain
    WHERE f.tld = coalesce(nullif($tld, ''), f.tld)
    GROUP BY ALL
)
