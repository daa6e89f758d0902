-- Files are never changed under their name, so their footers need to be read once only.
SET GLOBAL parquet_metadata_cache = true
