-- Names that begin with a text, an equal one first, then short ones.
SELECT DISTINCT ${column} AS name
FROM ${relation}
WHERE starts_with(${column}, $text)
ORDER BY name <> $text, len(name), name
LIMIT $limit
