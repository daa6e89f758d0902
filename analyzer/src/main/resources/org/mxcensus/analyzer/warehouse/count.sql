-- How many rows a relation has.
SELECT count(*)
FROM ${relation}
