-- The chosen domains of a source, as a list that can be crawled.
COPY (
    SELECT ${columns}
    FROM chosen
    WHERE source = ${source}
    ORDER BY rank, domain
) TO ${file} (FORMAT csv, HEADER false)
