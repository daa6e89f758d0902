-- The groups that have enough domains in a crawl to be shown to anybody, and would betray some that have not.
CREATE TABLE betraying (crawl DATE, group_id INTEGER)
