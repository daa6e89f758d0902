-- Keeps a file's rows, so that the file may go.
CREATE TABLE ${name} AS FROM ${relation}
