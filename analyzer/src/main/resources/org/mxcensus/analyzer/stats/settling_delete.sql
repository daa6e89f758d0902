-- They are put back in another order.
DELETE FROM figures
WHERE crawl >= make_date($year, 1, 1) AND crawl < make_date($year + 1, 1, 1)
