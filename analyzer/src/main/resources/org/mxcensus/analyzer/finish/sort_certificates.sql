-- Each certificate once, whoever sent it.
CREATE MACRO reversed(name) AS array_to_string(list_reverse(string_split(name, '.')), '.');

CREATE TABLE sorted AS
SELECT *
FROM read_parquet([${files}], union_by_name = true, hive_partitioning = false)
QUALIFY row_number() OVER (PARTITION BY sha256 ORDER BY sha256) = 1
ORDER BY sha256
