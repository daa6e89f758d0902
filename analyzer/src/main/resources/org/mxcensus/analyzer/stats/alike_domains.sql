-- alike_domains
-- Domains of one group that are alike in every finding, and how many they are. A million domains make a few thousand of
-- these rows, and all that follows counts them.
CREATE TABLE alike_domains AS
SELECT first, source, tld, provider, ${findings}, count(*) AS units
FROM frame_facts
GROUP BY ALL
