-- A digest that two have in common ends here.
CREATE UNIQUE INDEX ${name}_${column} ON ${name} (${column})
