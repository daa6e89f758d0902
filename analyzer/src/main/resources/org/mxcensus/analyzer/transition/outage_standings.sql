-- How each crawl found those domains, where it could be told.
CREATE TABLE stood AS
${stood}
