-- What rows of a table that are of one kind have in common.
CREATE TABLE ${table}_kinds AS
SELECT DISTINCT ${kind} AS kind, ${columns}
FROM ${table}
