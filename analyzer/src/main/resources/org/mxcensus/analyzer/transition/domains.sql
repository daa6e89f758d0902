-- The domains behind an event.
SELECT domain
FROM transitions
WHERE (${mechanism}_before, ${mechanism}_after) IN (${pairs})
    AND tld = coalesce(nullif($tld, ''), tld)
ORDER BY domain
LIMIT $limit OFFSET $skip
