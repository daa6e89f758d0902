-- What is known of each MX host that is used; one without a verdict is unmeasured.
CREATE TABLE host_facts AS
SELECT h.host, hash(v.kind) AS kind, v.kind AS judged
FROM (SELECT DISTINCT host FROM used_hosts) AS h
LEFT JOIN (SELECT host, ${judged} AS kind FROM exchange_verdicts) AS v ON v.host = h.host
