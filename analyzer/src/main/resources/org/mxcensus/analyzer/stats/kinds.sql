-- What each kind of domains is made of.
${into}
SELECT DISTINCT kind, delegation_ds, observed, judged
FROM facts
