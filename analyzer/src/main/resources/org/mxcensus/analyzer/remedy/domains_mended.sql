-- The domains behind each repair: how each stands today by the judge's word, whether the mechanism works today, and
-- whether it does when this repair is made.
COPY (
    SELECT
        f.domain,
        lower(r.mechanism) AS mechanism,
        lower(r.kind) AS party_kind,
        r.party,
        r.cause,
        b.status,
        b.today,
        m.after
    FROM repairs AS r
    JOIN mended AS m ON m.mechanism = r.mechanism AND m.kind = r.kind AND m.party = r.party AND m.cause = r.cause
    JOIN broken_domains AS b ON b.id = m.id
    JOIN faulty_domains AS f ON f.broken = b.broken
    ORDER BY r.place, f.domain
) TO ${file} (FORMAT csv, HEADER)
