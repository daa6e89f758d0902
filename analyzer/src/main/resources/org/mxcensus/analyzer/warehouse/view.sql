-- A view over exactly these files.
CREATE OR REPLACE VIEW ${name} AS
SELECT ${columns}
FROM ${relation}
