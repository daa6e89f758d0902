-- The name servers of unsigned domains all of whose MX hosts are valid, and how many domains have the same.
SELECT array_to_string(ns, ' ') AS name_servers, count(*) AS domains
FROM (
    SELECT v.domain, coalesce(f.ns, o.ns, []) AS ns
    FROM domain_verdicts AS v
    JOIN (
        SELECT domain, any_value(tld) AS tld, any_value(delegation_ns) AS ns
        FROM frame
        GROUP BY domain
    ) AS f ON f.domain = v.domain
    LEFT JOIN domains AS o ON o.domain = v.domain
    WHERE v.dane = 'HOST_READY_DOMAIN_INSECURE'
        AND f.tld = coalesce(nullif($tld, ''), f.tld)
)
GROUP BY ns
