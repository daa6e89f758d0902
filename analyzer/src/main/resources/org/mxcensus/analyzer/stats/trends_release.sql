-- The cache stands on its own: it names no file of the dataset.
DROP VIEW released_adoption
