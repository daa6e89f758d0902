package org.mxcensus.lab.world;

import java.util.List;
import java.util.Optional;

/// What a domain publishes for MTA-STS (RFC 8461).
///
/// @param records the TXT records at `_mta-sts`; several are a fault that happens
/// @param policy the text at the policy host
/// @param behaviour how the policy host behaves
/// @param cname where `mta-sts.<domain>` points, for a policy that somebody else hosts
public record StsSpec(
        List<String> records, Optional<String> policy, PolicyBehaviour behaviour, Optional<String> cname) {
    public StsSpec {
        records = List.copyOf(records);
        cname = cname.map(Names::normal);
    }

    /// A policy host of the domain's own that does its duty.
    public static StsSpec of(String record, String policy) {
        return new StsSpec(List.of(record), Optional.of(policy), PolicyBehaviour.OK, Optional.empty());
    }

    public StsSpec withBehaviour(PolicyBehaviour value) {
        return new StsSpec(records, policy, value, cname);
    }

    public StsSpec withRecords(String... values) {
        return new StsSpec(List.of(values), policy, behaviour, cname);
    }

    public StsSpec withCname(String value) {
        return new StsSpec(records, policy, behaviour, Optional.of(value));
    }
}
