-- The names under which others serve policies that do not work.
SELECT DISTINCT alias AS name, alias AS server
FROM announced_policies
WHERE alias IS NOT NULL AND cause IS NOT NULL
