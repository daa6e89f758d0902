-- A view over exactly these files. Older files may lack columns that newer ones have.
CREATE OR REPLACE VIEW ${name} AS
SELECT *
FROM read_parquet([${files}], hive_partitioning = true, union_by_name = true)
