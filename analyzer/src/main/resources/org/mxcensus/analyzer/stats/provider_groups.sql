-- The groups of the provider map.
CREATE TABLE provider_groups AS
SELECT *
FROM (VALUES ${rows}) AS rows (provider, provider_group)
