-- How all domains stand when a party and all before it have done it.
SELECT
    c.place,
    c.party,
    t.numerator + c.yes AS numerator,
    t.denominator - c.unmeasured AS denominator,
    t.unmeasured + c.unmeasured AS unmeasured,
    t.not_applicable
FROM curve AS c
CROSS JOIN today AS t
ORDER BY c.place
