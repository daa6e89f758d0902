-- How many domains' mail goes to a host.
SELECT count(*)
FROM ${users}
WHERE host = $host
