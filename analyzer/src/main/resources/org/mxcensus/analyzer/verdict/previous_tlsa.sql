-- The secure TLSA records of the crawl before.
SELECT host, record.usage, record.selector, record.matching, record.data
FROM (SELECT host, unnest(tlsa) AS record FROM ${hosts} WHERE tlsa_status = 'FOUND')
