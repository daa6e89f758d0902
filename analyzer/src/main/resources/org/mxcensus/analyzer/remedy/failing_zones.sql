-- The name servers of the zones of MX hosts in which look-ups of TLSA fail.
SELECT host AS name, array_to_string(zone_ns, ' ') AS servers
FROM mx_hosts
WHERE len(zone_ns) > 0
