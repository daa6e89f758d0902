-- The cache when no crawl has statistics yet.
CREATE TABLE adoption (
    crawl DATE,
    scope VARCHAR,
    ${keys},
    weighting VARCHAR,
    frame BIGINT,
    ${columns}
)
