-- contradictions
-- Groups for which frame = measured + unmeasured + not applicable does not hold. There must be none.
SELECT scope, source, tld, provider, metric
FROM ${relation}
WHERE denominator + unmeasured + not_applicable <> frame
LIMIT 10
