-- What is in figures is not needed twice.
DROP TABLE settling
