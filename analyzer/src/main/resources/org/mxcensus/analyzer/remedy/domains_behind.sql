-- The domains behind the outlooks: how each stands today by the judge's word, whether that is where the lever leads,
-- and whether it is there when the party has pulled the lever.
COPY (
    SELECT
        d.domain,
        lower(${kind}) AS party_kind,
        o.party,
        o.l.lever AS lever,
        o.l.status AS status,
        o.l.today AS today,
        o.l.answer AS after
    FROM (SELECT id, party, unnest([${levers}]) AS l FROM prospects) AS o
    JOIN places_of_parties AS p ON p.party = o.party
    JOIN alike_domains AS a ON a.id = o.id
    JOIN stands AS d ON d.kind = a.kind
    WHERE p.place <= ${limit}
    ORDER BY p.place, o.l.lever, d.domain
) TO ${file} (FORMAT csv, HEADER)
