-- Groups for which frame = measured + unmeasured + not applicable does not hold. There must be none.
SELECT scope, source, tld, provider
FROM ${relation}
WHERE ${contradiction}
LIMIT 10
