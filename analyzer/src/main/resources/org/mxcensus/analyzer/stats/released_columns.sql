-- The columns that published figures have, be it in one crawl only.
DESCRIBE released_adoption
