-- Adoption with a row for each metric; metrics that a weighting does not have are left out.
CREATE OR REPLACE VIEW adoption_long AS
SELECT
    crawl,
    scope,
    ${keys},
    weighting,
    m.metric AS metric,
    frame,
    m.numerator AS numerator,
    m.denominator AS denominator,
    m.unmeasured AS unmeasured
FROM (
    SELECT crawl, scope, ${given}, weighting, frame, unnest([${figures}]) AS m
    FROM adoption
)
WHERE m.denominator IS NOT NULL
