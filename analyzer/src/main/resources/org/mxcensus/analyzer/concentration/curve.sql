-- The largest providers, and further points of the curve: places 1, 2, 5, 10, 20, 50 and so on, and the last.
SELECT place, provider, domains, cumulated
FROM holders
WHERE place <= $limit
    OR regexp_full_match(place::VARCHAR, '[125]0*')
    OR place = (SELECT max(place) FROM holders)
ORDER BY place
