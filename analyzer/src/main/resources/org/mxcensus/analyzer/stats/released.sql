-- The figures of a crawl as it published them.
CREATE OR REPLACE TEMP TABLE released AS
SELECT scope, ${keys}, weighting, frame, [${figures}] AS figures
FROM (SELECT scope, ${given}, weighting, frame, ${columns} FROM ${relation})
