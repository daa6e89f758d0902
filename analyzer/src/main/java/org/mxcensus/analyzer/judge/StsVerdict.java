package org.mxcensus.analyzer.judge;

import java.util.Optional;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// The verdict on a domain's MTA-STS.
///
/// @param policy where it could be had and parses
/// @param host the MX host that decided
record StsVerdict(
        StsStatus status,
        Optional<StsPolicy> policy,
        Optional<StsCause> cause,
        Optional<String> detail,
        Optional<String> host) {

    static StsVerdict of(StsStatus status) {
        return new StsVerdict(status, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static StsVerdict of(StsStatus status, StsCause cause, String detail) {
        return new StsVerdict(
                status,
                Optional.empty(),
                Optional.of(cause),
                Optional.of(detail).filter(text -> !text.isEmpty()),
                Optional.empty());
    }

    static StsVerdict of(StsStatus status, StsPolicy policy) {
        return new StsVerdict(status, Optional.of(policy), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static StsVerdict atHost(StsStatus status, StsPolicy policy, StsCause cause, String detail, String host) {
        return new StsVerdict(
                status,
                Optional.of(policy),
                Optional.of(cause),
                Optional.of(detail).filter(text -> !text.isEmpty()),
                Optional.of(host));
    }
}
