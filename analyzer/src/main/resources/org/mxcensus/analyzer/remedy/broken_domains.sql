-- Domains that are alike in what is at fault, how many they are, and some of them.
CREATE TABLE broken_domains AS
SELECT id, unnest(broken), broken, domains, examples
FROM (
    SELECT row_number() OVER () AS id, broken, domains, examples
    FROM (
        SELECT broken, count(*) AS domains, min(domain, 3) AS examples
        FROM faulty_domains
        GROUP BY broken
    )
)
