package org.mxcensus.lab.world;

import java.util.List;
import java.util.Optional;

/// What a domain publishes for MTA-STS (RFC 8461).
///
/// @param records the TXT records at `_mta-sts`; several are a fault that happens
/// @param policy the text at the policy host
/// @param behaviour how the policy host behaves
/// @param recordDns how questions for the record are answered
/// @param hostDns how questions for the policy host are answered
/// @param cname where `mta-sts.<domain>` points, for a policy that somebody else hosts
public record StsSpec(
        List<String> records,
        Optional<String> policy,
        PolicyBehaviour behaviour,
        DnsBehaviour recordDns,
        DnsBehaviour hostDns,
        Optional<String> cname) {
    public StsSpec {
        records = List.copyOf(records);
        cname = cname.map(Names::normal);
    }

    /// A policy host of the domain's own that does its duty.
    public static StsSpec of(String record, String policy) {
        return of(List.of(record), Optional.of(policy), PolicyBehaviour.OK);
    }

    /// @param policy what the policy host serves, if anything
    public static StsSpec of(List<String> records, Optional<String> policy, PolicyBehaviour behaviour) {
        return new StsSpec(records, policy, behaviour, DnsBehaviour.OK, DnsBehaviour.OK, Optional.empty());
    }

    public StsSpec withBehaviour(PolicyBehaviour value) {
        return new StsSpec(records, policy, value, recordDns, hostDns, cname);
    }

    public StsSpec withRecords(String... values) {
        return new StsSpec(List.of(values), policy, behaviour, recordDns, hostDns, cname);
    }

    public StsSpec withCname(String value) {
        return new StsSpec(records, policy, behaviour, recordDns, hostDns, Optional.of(value));
    }

    public StsSpec withRecordDns(DnsBehaviour value) {
        return new StsSpec(records, policy, behaviour, value, hostDns, cname);
    }

    public StsSpec withHostDns(DnsBehaviour value) {
        return new StsSpec(records, policy, behaviour, recordDns, value, cname);
    }
}
