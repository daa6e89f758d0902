-- The MX hosts that the domains of each group use.
${into}
SELECT DISTINCT tld, sources, provider, unnest(hosts) AS host
FROM facts
