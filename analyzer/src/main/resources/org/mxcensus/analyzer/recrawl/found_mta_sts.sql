-- Domains with an MTA-STS record: also one that is malformed, or of several, as while a record is replaced.
CREATE VIEW found AS
SELECT domain
FROM domains
WHERE sts_record.status IN ('VALID', 'MULTIPLE', 'MALFORMED')
