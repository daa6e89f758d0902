-- Which domains use which MX host.
CREATE TABLE host_users AS
SELECT unnest(hosts) AS host, domain
FROM domain_verdicts
ORDER BY host, domain
