-- The domains of which nobody can say whether a sender got a policy: it was announced and could not be had, or it is
-- announced now, and then nobody could tell whether it was.
SELECT domain
FROM ${domains}
SEMI JOIN (SELECT domain FROM ${verdicts} WHERE mta_sts = 'UNMEASURED' AND mta_sts_mode IS NULL) AS untold USING (domain)
WHERE sts_record.status = 'VALID'
   OR (
      sts_record.status = 'UNMEASURED'
      AND domain IN (SELECT domain FROM ${now} WHERE sts_record.status = 'VALID'))
