-- The domains that were broken in one of the crawls.
CREATE TABLE broken AS
${broken}
