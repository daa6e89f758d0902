-- Whether the verdicts tell of any domain who runs its name servers.
SELECT coalesce(bool_or(${operators} IS NOT NULL), FALSE)
FROM domain_verdicts AS v
