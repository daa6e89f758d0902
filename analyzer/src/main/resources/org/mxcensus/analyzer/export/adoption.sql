-- What is left, in the order in which readers look things up.
COPY (SELECT * FROM left_over ORDER BY rowid)
TO ${file} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192, KV_METADATA {origin: ${origin}, schema_version: ${schema}})
