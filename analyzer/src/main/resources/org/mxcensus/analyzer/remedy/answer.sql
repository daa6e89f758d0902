-- The answer for a domain from the parts that its MX hosts play, as the judge gives it: a failure decides and so does a
-- host without, what could not be told comes before what is valid, and where nobody plays a part there is no question.
-- Parts add up by bits: 1 valid, 2 without a secure TLSA RRset, 4 could not be told, 8 failed.
CREATE MACRO answer(parts) AS
    CASE
        WHEN parts & 10 > 0 THEN 'NO'
        WHEN parts & 4 = 4 THEN 'UNMEASURED'
        WHEN parts & 1 = 1 THEN 'YES'
    END
