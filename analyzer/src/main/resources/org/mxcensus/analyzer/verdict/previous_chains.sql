-- The digests of each chain, in the order in which the certificates were sent.
SELECT host, ip, array_to_string(chain, ' ')
FROM shown
