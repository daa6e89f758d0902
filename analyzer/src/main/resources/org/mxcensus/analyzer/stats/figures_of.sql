-- The figures of some groups in a crawl and in the crawl before it, the newer first.
SELECT group_id, crawl, frame, figures
FROM figures
WHERE group_id IN (${groups}) AND weighting = $weighting AND crawl IN ($crawl, $before)
ORDER BY crawl DESC
