-- The rows of some keys as JSON, which becomes the table's records.
SELECT row.crawl::VARCHAR AS crawl, to_json(row) AS json
FROM (
    SELECT * ${replacements}
    FROM ${relation}
    WHERE ${key} IN (${wanted})
) AS row
ORDER BY row.crawl
