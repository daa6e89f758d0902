-- The columns of a table or view; of a view over several files those that at least one of them has.
DESCRIBE ${relation}
