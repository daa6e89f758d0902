-- What a kind of broken domain adds up to when one party mends one fault at all places that have it, and no other.
CREATE TABLE mended AS
SELECT
    r.id,
    r.mechanism,
    r.kind,
    r.party,
    r.cause,
    answer(
        bit_or(CASE WHEN p.kind = r.kind AND p.party = r.party AND p.cause = r.cause THEN p.mended ELSE p.now END)
    ) AS after
FROM (SELECT DISTINCT id, mechanism, kind, party, cause FROM places WHERE cause IS NOT NULL) AS r
JOIN places AS p ON p.id = r.id
GROUP BY r.id, r.mechanism, r.kind, r.party, r.cause
