-- The metrics that the figures are of, in their order.
SELECT metric
FROM metrics
ORDER BY place
