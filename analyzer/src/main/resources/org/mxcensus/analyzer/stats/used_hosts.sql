-- The MX hosts that the domains of each group use, each by a digest of its name.
${into}
SELECT DISTINCT tld, sources, provider, hash(host) AS host
FROM (
    SELECT tld, sources, provider, unnest(hosts) AS host
    FROM facts
)
