-- Rows from..to of a table, in the order in which they were inserted, as one release file that says what it was made of.
-- Row groups of 8,192 rows let a reader find one row of a sorted file in a few milliseconds.
COPY (
    SELECT *
    FROM ${relation}
    WHERE rowid >= ${from} AND rowid < ${to}
    ORDER BY rowid
) TO ${file} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192, KV_METADATA {origin: ${origin}})
