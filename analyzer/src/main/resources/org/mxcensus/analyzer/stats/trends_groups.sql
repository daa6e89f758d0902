-- All groups that have figures, by number.
CREATE TABLE groups (id INTEGER, scope VARCHAR, ${keys})
