-- Each host once: where it was probed twice, the later probe counts.
CREATE MACRO reversed(name) AS array_to_string(list_reverse(string_split(name, '.')), '.');

CREATE TABLE sorted AS
SELECT *
FROM read_parquet([${files}], union_by_name = true, hive_partitioning = false)
QUALIFY row_number() OVER (PARTITION BY host ORDER BY observed_at DESC, elapsed_ms) = 1
ORDER BY reversed(host)
