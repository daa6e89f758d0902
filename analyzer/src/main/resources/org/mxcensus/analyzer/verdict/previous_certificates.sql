-- The certificates of those chains, each once, in the order of their digests.
COPY (
    SELECT *
    FROM ${certificates}
    WHERE sha256 IN (SELECT unnest(chain) FROM shown)
    ORDER BY sha256
) TO ${file} (FORMAT parquet, COMPRESSION zstd)
