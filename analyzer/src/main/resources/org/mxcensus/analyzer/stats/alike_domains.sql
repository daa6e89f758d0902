-- Domains of one group and kind, and how many they are: all that follows counts these rows. By rank, a domain weighs its
-- part of what the first of the list does.
${into}
SELECT
    tld,
    sources,
    provider,
    kind,
    count(*) AS domains,
    CAST(coalesce(sum(${first_weighs} // rank), 0) AS BIGINT) AS weight
FROM facts
GROUP BY ALL
