-- Five questions to a release, in DuckDB. Run it in the release's folder: duckdb < duckdb.sql

-- 1 Of the domains that accept mail in the newest crawl: at how many does every address take it over TLS?
SELECT coalesce(starttls, 'NONE') AS starttls, count(*) AS domains
FROM read_parquet('domain_verdicts/*/*.parquet', hive_partitioning = true)
WHERE mail = 'YES' AND crawl = (SELECT max(crawl) FROM read_parquet('domain_verdicts/*/*.parquet', hive_partitioning = true))
GROUP BY ALL
ORDER BY starttls;

-- 2 For how many domains of each crawl is DANE valid, for how many is it not, and of how many can that not be told?
SELECT
    CAST(crawl AS VARCHAR) AS crawl,
    count(*) FILTER (dane_valid = 'YES') AS valid,
    count(*) FILTER (dane_valid = 'NO') AS not_valid,
    count(*) FILTER (dane_valid = 'UNMEASURED') AS unmeasured
FROM read_parquet('domain_verdicts/*/*.parquet', hive_partitioning = true)
GROUP BY ALL
ORDER BY crawl;

-- 3 Who receives the mail of most domains in the newest crawl?
SELECT provider, count(*) AS domains
FROM read_parquet('domain_verdicts/*/*.parquet', hive_partitioning = true)
WHERE provider IS NOT NULL AND crawl = (SELECT max(crawl) FROM read_parquet('domain_verdicts/*/*.parquet', hive_partitioning = true))
GROUP BY ALL
ORDER BY domains DESC, provider
LIMIT 10;

-- 4 Which versions of TLS do addresses of MX hosts speak?
SELECT tls.version AS version, count(*) AS addresses
FROM read_parquet('smtp/*/*.parquet', hive_partitioning = true)
WHERE outcome = 'TLS_ESTABLISHED'
GROUP BY ALL
ORDER BY version;

-- 5 How many domains have each MX host among their MX records, the ten with most?
SELECT host, count(DISTINCT domain) AS domains
FROM (
    SELECT domain, unnest(mx).host AS host
    FROM read_parquet('domains/*/*.parquet', hive_partitioning = true)
)
GROUP BY ALL
ORDER BY domains DESC, host
LIMIT 10;
