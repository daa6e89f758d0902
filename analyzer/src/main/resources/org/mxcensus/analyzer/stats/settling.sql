-- The figures of a year.
CREATE TEMP TABLE settling AS
SELECT *
FROM figures
WHERE crawl >= make_date($year, 1, 1) AND crawl < make_date($year + 1, 1, 1)
