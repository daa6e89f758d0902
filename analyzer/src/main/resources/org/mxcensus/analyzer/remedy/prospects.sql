-- For each kind of domain and each party that decides about it: the answer today, and the one after each lever.
CREATE TABLE prospects AS
SELECT d.id, d.tld, d.domains, d.dane, d.mta_sts, d.dane_today, d.sts_today, p.party, ${answers}
FROM (
    SELECT q.id, q.party, ${parts}
    FROM (SELECT DISTINCT id, party FROM plays WHERE party IS NOT NULL) AS q
    JOIN plays AS u ON u.id = q.id
    GROUP BY q.id, q.party
) AS p
JOIN alike_domains AS d ON d.id = p.id
