-- For each kind of domain and each provider among its MX hosts: the answer today, and the one after each lever.
CREATE TABLE prospects AS
SELECT d.id, d.tld, d.domains, d.dane_today, d.sts_today, p.provider, ${answers}
FROM (
    SELECT q.id, q.provider, ${parts}
    FROM (SELECT DISTINCT id, provider FROM uses WHERE provider IS NOT NULL) AS q
    JOIN uses AS u ON u.id = q.id
    GROUP BY q.id, q.provider
) AS p
JOIN alike_domains AS d ON d.id = p.id
