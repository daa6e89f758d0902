-- How many domains were observed, and where their mail goes.
SELECT 'domains', count(*)
FROM sorted
UNION ALL
SELECT 'domains.' || mx_status, count(*)
FROM sorted
GROUP BY mx_status
