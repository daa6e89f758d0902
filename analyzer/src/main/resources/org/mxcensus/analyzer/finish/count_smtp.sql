-- How many addresses were tried, and how far each dialogue came.
SELECT 'smtp', count(*)
FROM sorted
UNION ALL
SELECT 'smtp.' || outcome, count(*)
FROM sorted
GROUP BY outcome
