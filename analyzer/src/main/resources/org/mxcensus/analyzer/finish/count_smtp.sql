-- How many addresses were tried, and how far each dialogue came.
SELECT 'smtp', count(*)
FROM sorted
UNION ALL
SELECT 'smtp.' || outcome, count(*)
FROM sorted
GROUP BY outcome
UNION ALL
-- Names that took over the handshake of another, those that were probed all the same, and those of them that differed.
SELECT 'smtp_reuse.taken_over', count(*) FILTER (reused_from IS NOT NULL)
FROM sorted
UNION ALL
SELECT 'smtp_reuse.tested', count(*) FILTER (reuse_agreed IS NOT NULL)
FROM sorted
UNION ALL
SELECT 'smtp_reuse.differed', count(*) FILTER (NOT reuse_agreed)
FROM sorted
