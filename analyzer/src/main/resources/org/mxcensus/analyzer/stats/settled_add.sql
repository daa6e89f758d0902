-- So it has been done.
INSERT INTO settled VALUES ($year)
