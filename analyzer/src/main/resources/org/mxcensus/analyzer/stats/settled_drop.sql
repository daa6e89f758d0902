-- The figures of that year's crawls do not lie group by group any more.
DELETE FROM settled
WHERE year = year($crawl)
