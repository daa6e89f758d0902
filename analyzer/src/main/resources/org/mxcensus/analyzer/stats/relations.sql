-- The tables and views that there are.
SELECT table_name
FROM information_schema.tables
