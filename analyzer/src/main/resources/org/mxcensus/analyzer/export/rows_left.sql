-- How many rows are left.
SELECT count(*) FROM left_over
