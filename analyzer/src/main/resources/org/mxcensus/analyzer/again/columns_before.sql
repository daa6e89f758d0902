-- The columns that the earlier verdicts have.
DESCRIBE verdicts_before
