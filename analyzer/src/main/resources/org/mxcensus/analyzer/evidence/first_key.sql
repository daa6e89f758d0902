-- The key that a file begins with.
SELECT ${key}
FROM ${relation}
LIMIT 1
