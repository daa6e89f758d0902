-- What each address showed in the crawl before, of the hosts that had secure TLSA records then or have some now.
CREATE TABLE shown AS
SELECT host, ip, chain
FROM ${smtp}
WHERE len(chain) > 0
  AND host IN (
      SELECT host FROM ${before} WHERE tlsa_status = 'FOUND'
      UNION
      SELECT host FROM ${now} WHERE tlsa_status = 'FOUND')
