-- Which domains use which MX host, as the verdicts on domains have it.
(SELECT unnest(hosts) AS host, domain FROM ${verdicts})
