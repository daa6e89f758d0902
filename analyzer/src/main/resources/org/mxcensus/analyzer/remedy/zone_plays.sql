-- DNS operators decide about domains by the zone. It fails DANE until it is signed, and each who serves it can fail
-- it; then the MX hosts decide, and these stay as they are. Where nobody could look them up, nobody can tell, nor whether
-- the zone is signed.
CREATE TABLE plays AS
SELECT
    id,
    unnest(operators) AS party,
    CASE WHEN secure THEN 0 WHEN dane_today = 'UNMEASURED' THEN 4 ELSE 8 END AS now,
    0 AS signed
FROM alike_domains
UNION ALL
SELECT id, NULL, in_signed_zone, in_signed_zone
FROM uses
UNION ALL
SELECT id, NULL, 4, 4
FROM alike_domains
WHERE dane_today = 'UNMEASURED' AND coalesce(len(hosts), 0) = 0
