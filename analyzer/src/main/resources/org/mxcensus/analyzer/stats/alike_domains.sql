-- alike_domains
-- Domains of one group that are alike in every finding, and how many they are. A million domains make a few thousand of
-- these rows, and all that follows counts them. By rank, a domain weighs its part of what the first of the list does.
CREATE TABLE alike_domains AS
SELECT
    first,
    source,
    tld,
    provider,
    ${findings},
    count(*) AS domains,
    CAST(coalesce(sum(${first_weighs} // rank), 0) AS BIGINT) AS weight
FROM frame_facts
GROUP BY ALL
