-- The domains whose mail goes to a host, in the order of the file.
SELECT domain, count(*) OVER () AS users
FROM ${relation}
WHERE list_contains(hosts, $host)
LIMIT $limit
