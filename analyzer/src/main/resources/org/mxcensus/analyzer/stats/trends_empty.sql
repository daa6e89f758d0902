-- The cache when no crawl has statistics yet.
CREATE TABLE adoption (
    crawl DATE,
    scope VARCHAR,
    source VARCHAR,
    tld VARCHAR,
    provider VARCHAR,
    weighting VARCHAR,
    frame BIGINT,
    ${columns}
)
