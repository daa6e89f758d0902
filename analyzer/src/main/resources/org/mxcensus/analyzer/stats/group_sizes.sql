-- How large the groups of a crawl are, whatever figures are weighted by.
SELECT scope, ${keys}, frame::BIGINT AS domains, mail_numerator::BIGINT AS mail
FROM ${groups}
WHERE weighting = 'domains'
