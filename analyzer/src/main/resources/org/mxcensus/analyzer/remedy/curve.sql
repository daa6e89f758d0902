-- How domains stand when one party after another takes a step, the one first that gains most by itself. A domain
-- that several decide about may need all of them.
WITH used AS (
    SELECT u.*, p.place
    FROM plays AS u
    LEFT JOIN places_of_parties AS p ON p.party = u.party
),
steps AS (
    SELECT s.id, s.place, ${parts}
    FROM (SELECT DISTINCT id, place FROM used WHERE place IS NOT NULL) AS s
    JOIN used AS u ON u.id = s.id
    GROUP BY s.id, s.place
),
answers AS (
    SELECT d.id, d.domains, d.${today}, s.place, ${answer}
    FROM steps AS s
    JOIN alike_domains AS d ON d.id = s.id
),
changes AS (
    SELECT
        place,
        domains,
        ${lever} AS after,
        CASE
            WHEN row_number() OVER in_order = 1 THEN ${today}
            ELSE lag(${lever}) OVER in_order
        END AS before
    FROM answers
    WINDOW in_order AS (PARTITION BY id ORDER BY place)
),
at_places AS (
    SELECT
        place,
        sum(domains * ((after = 'YES')::INTEGER - (before = 'YES')::INTEGER)) AS yes,
        sum(domains * ((after = 'UNMEASURED')::INTEGER - (before = 'UNMEASURED')::INTEGER)) AS unmeasured
    FROM changes
    WHERE after IS NOT NULL AND before IS NOT NULL
    GROUP BY place
)
SELECT
    p.place,
    p.party,
    (sum(coalesce(a.yes, 0)) OVER up_to)::BIGINT AS yes,
    (sum(coalesce(a.unmeasured, 0)) OVER up_to)::BIGINT AS unmeasured
FROM places_of_parties AS p
LEFT JOIN at_places AS a ON a.place = p.place
WINDOW up_to AS (ORDER BY p.place ROWS UNBOUNDED PRECEDING)
QUALIFY p.place <= $limit OR p.place = max(p.place) OVER ()
ORDER BY p.place
