-- The repairs in their order.
SELECT mechanism, kind, party, cause, hosts, examples, domains, healed, unmeasured
FROM repairs
ORDER BY place
