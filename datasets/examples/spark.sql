-- The same five questions in Spark. Run it in the release's folder: spark-sql -f spark.sql
CREATE TEMPORARY VIEW domain_verdicts USING parquet OPTIONS (path 'domain_verdicts');
CREATE TEMPORARY VIEW smtp USING parquet OPTIONS (path 'smtp');
CREATE TEMPORARY VIEW domains USING parquet OPTIONS (path 'domains');

-- 1 Of the domains that accept mail in the newest crawl: at how many does every address take it over TLS?
SELECT coalesce(starttls, 'NONE') AS starttls, count(*) AS domains
FROM domain_verdicts
WHERE mail = 'YES' AND crawl = (SELECT max(crawl) FROM domain_verdicts)
GROUP BY 1
ORDER BY 1;

-- 2 For how many domains of each crawl is DANE valid, for how many is it not, and of how many can that not be told?
SELECT
    CAST(crawl AS STRING) AS crawl,
    count_if(dane_valid = 'YES') AS valid,
    count_if(dane_valid = 'NO') AS not_valid,
    count_if(dane_valid = 'UNMEASURED') AS unmeasured
FROM domain_verdicts
GROUP BY 1
ORDER BY 1;

-- 3 Who receives the mail of most domains in the newest crawl?
SELECT provider, count(*) AS domains
FROM domain_verdicts
WHERE provider IS NOT NULL AND crawl = (SELECT max(crawl) FROM domain_verdicts)
GROUP BY provider
ORDER BY domains DESC, provider
LIMIT 10;

-- 4 Which versions of TLS do addresses of MX hosts speak?
SELECT tls.version AS version, count(*) AS addresses
FROM smtp
WHERE outcome = 'TLS_ESTABLISHED'
GROUP BY 1
ORDER BY 1;

-- 5 How many domains have each MX host among their MX records, the ten with most?
SELECT host, count(DISTINCT domain) AS domains
FROM (SELECT domain, explode(mx.host) AS host FROM domains)
GROUP BY host
ORDER BY domains DESC, host
LIMIT 10;
