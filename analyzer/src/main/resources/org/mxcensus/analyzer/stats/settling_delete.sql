-- They are put back in another order.
DELETE FROM figures
WHERE group_id > $above AND group_id <= $most AND crawl IN (SELECT crawl FROM crawls WHERE run = $run)
