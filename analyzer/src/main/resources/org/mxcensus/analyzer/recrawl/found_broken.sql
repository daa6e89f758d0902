-- Domains at which DANE or MTA-STS is deployed and does not work.
CREATE VIEW found AS
SELECT domain
FROM domain_verdicts
WHERE dane IN ('MISMATCH', 'STARTTLS_MISSING', 'HANDSHAKE_FAILED', 'UNUSABLE', 'FAILS_SOMEWHERE')
    OR mta_sts = 'BROKEN'
