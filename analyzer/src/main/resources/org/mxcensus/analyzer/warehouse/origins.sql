-- What release files say that they were made of.
SELECT DISTINCT decode(value)
FROM parquet_kv_metadata([${files}])
WHERE decode(key) = 'origin'
