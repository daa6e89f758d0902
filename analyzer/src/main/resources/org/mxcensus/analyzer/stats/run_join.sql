-- The crawl's figures will lie with those of a run.
UPDATE crawls
SET run = $run
WHERE crawl = $crawl
