-- Parties in the order of what a lever gains for their domains.
CREATE OR REPLACE TABLE places_of_parties AS
SELECT
    party,
    row_number() OVER (
        ORDER BY
            sum(CASE WHEN ${lever} = 'YES' AND ${today} <> 'YES' THEN domains ELSE 0 END) DESC,
            sum(CASE WHEN ${today} IS NOT NULL THEN domains ELSE 0 END) DESC,
            party
    ) AS place
FROM prospects
GROUP BY party
