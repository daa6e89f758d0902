-- The MX hosts of each kind of domain with the part that each plays. A host that was not seen could not be told,
-- and belongs to whom the domain belongs. TLSA records in a domain's own unsigned zone begin to count when it is signed, and
-- whether they are right nobody has looked.
CREATE TABLE uses AS
SELECT
    d.id,
    d.host,
    coalesce(e.provider, d.provider) AS provider,
    coalesce(e.now, 4) AS now,
    coalesce(e.published, 4) AS published,
    coalesce(e.signed, 4) AS signed,
    coalesce(e.sts, 4) AS sts,
    CASE WHEN d.own AND NOT d.secure AND e.cause = 'INSECURE_TLSA' THEN 4 ELSE coalesce(e.now, 4) END AS in_signed_zone
FROM (SELECT id, provider, own, secure, unnest(hosts) AS host FROM alike_domains) AS d
LEFT JOIN exchange_parts AS e ON e.host = d.host
