-- Every group that has figures.
CREATE TABLE groups (id BIGINT, scope VARCHAR, ${keys})
