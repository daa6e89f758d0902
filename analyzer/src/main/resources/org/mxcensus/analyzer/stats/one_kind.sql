-- A digest that two kinds share ends here.
CREATE UNIQUE INDEX ${name}_kind ON ${name} (kind)
