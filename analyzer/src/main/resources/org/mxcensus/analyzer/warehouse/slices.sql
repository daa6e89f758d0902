-- Where the row groups of the frame begin.
SELECT DISTINCT stats_min_value
FROM parquet_metadata([${files}])
WHERE path_in_schema = 'domain' AND stats_min_value IS NOT NULL
ORDER BY stats_min_value
