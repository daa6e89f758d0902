-- How many certificates were seen, each once.
SELECT 'certificates', count(*)
FROM sorted
