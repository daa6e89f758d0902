-- Whose names are that no verdict attributes is not published here: the table is left empty, and what is theirs to mend
-- goes to others below.
CREATE TABLE ${name} (name VARCHAR, party VARCHAR)
