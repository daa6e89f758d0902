-- How many MX hosts were observed, and what became of their TLSA look-ups.
SELECT 'mx_hosts', count(*)
FROM sorted
UNION ALL
SELECT 'mx_hosts.' || tlsa_status, count(*)
FROM sorted
GROUP BY tlsa_status
