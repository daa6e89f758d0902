-- Providers decide about domains by their MX hosts.
CREATE VIEW plays AS
SELECT id, provider AS party, now, published, signed, sts, in_signed_zone
FROM uses
