-- The columns of the cache.
DESCRIBE adoption
