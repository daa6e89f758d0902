-- The policies that a sender could use: fetched, and judged to be of some mode.
SELECT domain, epoch_us(observed_at), sts_record.id, sts_policy.text, coalesce(sts_policy.truncated, false)
FROM ${domains}
SEMI JOIN (SELECT domain FROM ${verdicts} WHERE mta_sts_mode IS NOT NULL) AS usable USING (domain)
WHERE sts_policy.status = 'FETCHED'
