-- The figures of all crawls: numerator, denominator and unmeasured of each metric, null where the weighting does not have
-- it. Some hundred figures in one column are read as fast as one.
CREATE TABLE figures (crawl DATE, group_id INTEGER, weighting VARCHAR, frame BIGINT, figures BIGINT[])
