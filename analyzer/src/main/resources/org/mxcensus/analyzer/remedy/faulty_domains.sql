-- The domains at which a mechanism is meant to work and does not, with what is at fault in what they publish
-- themselves: whose that is to mend, what part it plays now and when it is mended (see answer.sql). "broken" is the same
-- for domains that are alike.
CREATE VIEW faulty_domains AS
SELECT
    domain,
    {
        'mechanism': mechanism,
        'hosts': hosts,
        'status': status,
        'today': today,
        'kind': kind,
        'party': party,
        'cause': cause,
        'now': now,
        'mended': mended
    } AS broken
FROM (
    SELECT
        domain,
        'DANE' AS mechanism,
        kind.hosts AS hosts,
        kind.dane AS status,
        kind.dane_today AS today,
        NULL AS kind,
        NULL AS party,
        NULL AS cause,
        0 AS now,
        NULL AS mended
    FROM stands
    WHERE kind.secure
        AND kind.dane IN (
            'MISMATCH', 'STARTTLS_MISSING', 'HANDSHAKE_FAILED', 'UNUSABLE', 'LOOKUP_FAILED', 'PARTIAL',
            'FAILS_SOMEWHERE', 'NOT_DEPLOYED'
        )
    UNION ALL
    -- RFC 7672 §2.2.1: of a domain whose MX hosts are valid, a signature is all that is wanting.
    SELECT
        domain,
        'DANE',
        [],
        kind.dane,
        kind.dane_today,
        'DNS_OPERATOR',
        array_to_string(kind.operators, ${and}),
        'MX_INSECURE',
        8,
        1
    FROM stands
    WHERE kind.dane = 'HOST_READY_DOMAIN_INSECURE' AND len(kind.operators) > 0
    UNION ALL
    SELECT
        p.domain,
        'MTA_STS',
        p.kind.hosts,
        p.kind.mta_sts,
        'NO',
        CASE
            WHEN p.cause IS NULL THEN NULL
            WHEN NOT within(p.domain, a.party) THEN 'POLICY_HOST'
            WHEN len(p.kind.operators) > 1 OR NOT within(p.domain, p.kind.operators[1]) THEN 'CUSTOMERS'
            ELSE 'DOMAIN'
        END,
        CASE
            WHEN p.cause IS NULL THEN NULL
            WHEN NOT within(p.domain, a.party) THEN a.party
            WHEN len(p.kind.operators) > 1 OR NOT within(p.domain, p.kind.operators[1])
                THEN array_to_string(p.kind.operators, ${and})
            ELSE p.domain
        END,
        p.cause,
        CASE WHEN p.cause IS NULL THEN 1 ELSE 8 END,
        CASE
            WHEN p.cause IS NULL THEN NULL
            WHEN p.cause = 'MX_NOT_COVERED' THEN 1
            -- Nobody has seen the policy that is served then.
            WHEN p.cause <> 'POLICY_CERTIFICATE' THEN 4
            WHEN p.fetch = 'PROTOCOL_ERROR' AND p.failure IN ('RESET', 'TIMED_OUT') THEN 4
            WHEN p.fetch <> 'FETCHED' OR p.mode = 'none' THEN 8
            WHEN p.mode IS NULL OR NOT covers(p.patterns, p.kind.hosts)
                THEN CASE WHEN p.truncated THEN 4 ELSE 8 END
            ELSE 1
        END
    FROM announced_policies AS p
    LEFT JOIN alias_parties AS a ON a.name = p.alias
)
