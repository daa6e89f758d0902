-- The rows of a file as JSON Lines, in their order; bytes in base64.
COPY (SELECT ${columns} FROM read_parquet([${files}], hive_partitioning = false))
TO ${file} (FORMAT json, ARRAY false, COMPRESSION zstd)
