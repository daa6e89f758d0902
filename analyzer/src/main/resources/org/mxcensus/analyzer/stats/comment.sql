-- Says in the database itself what a relation or a column of it is.
COMMENT ON ${what} IS ${text}
