-- The cache of all crawls: table adoption, in the order in which it is looked up.
CREATE TABLE adoption AS
SELECT crawl::DATE AS crawl, scope, ${keys}, weighting, frame, ${columns}
FROM released_adoption
ORDER BY scope, ${order}, weighting, crawl
