-- All names that groups have.
SELECT DISTINCT name
FROM (SELECT unnest([${keys}]::VARCHAR[]) AS name FROM counted)
WHERE name IS NOT NULL
