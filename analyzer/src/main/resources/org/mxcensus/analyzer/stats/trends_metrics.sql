-- The metrics in the order of their figures: the n-th has the three that begin at 3n - 2.
CREATE TABLE metrics AS
SELECT place, metric
FROM unnest([${metrics}]) WITH ORDINALITY AS m(metric, place)
