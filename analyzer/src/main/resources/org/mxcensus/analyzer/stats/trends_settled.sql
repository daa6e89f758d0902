-- The years whose figures lie group by group.
CREATE TABLE settled (year INTEGER PRIMARY KEY)
