-- The rows of the frame whose domains were found.
CREATE TABLE chosen AS
SELECT f.source, f.domain, f.rank
FROM frame AS f
SEMI JOIN found ON found.domain = f.domain
