-- A byte for each standing, so that tens of millions of domains fit into memory.
CREATE TYPE standing AS ENUM (${standings})
