-- How many more domains would be where a lever leads to, by party and lever.
SELECT party, lever, sum(numerator - already)::BIGINT AS gained
FROM outlooks
GROUP BY party, lever
ORDER BY party, lever
