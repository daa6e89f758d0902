-- The figures of a crawl as it published them, with what tells how large a group is.
CREATE OR REPLACE TEMP TABLE released AS
SELECT scope, ${keys}, weighting, frame, mail_numerator, [${figures}] AS figures
FROM (SELECT scope, ${given}, weighting, frame, ${columns} FROM ${relation})
