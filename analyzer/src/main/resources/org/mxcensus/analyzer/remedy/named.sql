-- Whose names are that no verdict attributes, by the public suffix list and the map of providers.
CREATE TABLE ${name} AS
SELECT name, party
FROM (VALUES ${rows}) AS named (name, party)
WHERE name IS NOT NULL
