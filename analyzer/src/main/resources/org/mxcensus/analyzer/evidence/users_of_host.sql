-- The first domains whose mail goes to a host.
SELECT domain
FROM ${users}
WHERE host = $host
ORDER BY domain
LIMIT $limit
