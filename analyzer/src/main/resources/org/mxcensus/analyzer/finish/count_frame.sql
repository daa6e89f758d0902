-- How many domains the frame holds, each once.
SELECT 'frame', count(DISTINCT domain)
FROM sorted
