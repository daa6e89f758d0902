-- Domains with a secure MX answer and secure TLSA records at an MX host, whatever became of them: also those whose mail
-- servers were silent.
CREATE VIEW found AS
SELECT domain
FROM domain_verdicts
WHERE dane_deployed = 'YES'
