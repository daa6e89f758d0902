-- What decides for each kind of broken domain: its MX hosts and what it publishes itself, each with the part that it
-- plays, with what is at fault there, and with the part that it plays when that is mended. A host that was not seen could
-- not be told. One without TLSA records is at fault only where others of the domain have them.
CREATE TABLE places AS
SELECT
    b.id,
    b.mechanism,
    b.host,
    coalesce(CASE b.mechanism WHEN 'DANE' THEN e.now ELSE e.sts END, 4) AS now,
    f.kind,
    f.party,
    f.cause,
    f.mended
FROM (SELECT id, mechanism, status, unnest(hosts) AS host FROM broken_domains) AS b
LEFT JOIN exchange_parts AS e ON e.host = b.host
LEFT JOIN exchange_faults AS f
    ON f.host = b.host
    AND f.mechanism = b.mechanism
    AND CASE
        WHEN f.cause = 'SOME_HOSTS_WITHOUT' THEN b.status = 'PARTIAL'
        WHEN f.cause = 'INSECURE_TLSA' THEN b.status IN ('PARTIAL', 'NOT_DEPLOYED')
        WHEN f.mechanism = 'DANE' THEN b.status <> 'NOT_DEPLOYED'
        ELSE TRUE
    END
UNION ALL
SELECT id, mechanism, NULL, now, kind, party, cause, mended
FROM broken_domains
