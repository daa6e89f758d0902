package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// The verdict on a domain's MTA-STS.
///
/// @param policy where it could be had and parses
/// @param host the MX host that decided
/// @param faults of the policy's text
/// @param leniencies what senders let pass
record StsVerdict(
        StsStatus status,
        Optional<StsPolicy> policy,
        Optional<StsCause> cause,
        Optional<String> detail,
        Optional<String> host,
        List<String> faults,
        List<String> leniencies) {
    StsVerdict {
        faults = List.copyOf(faults);
        leniencies = List.copyOf(leniencies);
    }

    static StsVerdict of(StsStatus status) {
        return of(status, Optional.empty());
    }

    static StsVerdict of(StsStatus status, StsCause cause, String detail) {
        return of(status).because(cause, detail);
    }

    static StsVerdict of(StsStatus status, StsPolicy policy) {
        return of(status, Optional.of(policy));
    }

    static StsVerdict atHost(StsStatus status, StsPolicy policy, StsCause cause, String detail, String host) {
        StsVerdict verdict = of(status, policy).because(cause, detail);
        return new StsVerdict(
                status, verdict.policy, verdict.cause, verdict.detail, Optional.of(host), List.of(), List.of());
    }

    private static StsVerdict of(StsStatus status, Optional<StsPolicy> policy) {
        return new StsVerdict(
                status, policy, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    StsVerdict because(StsCause reason, String phrase) {
        return new StsVerdict(
                status,
                policy,
                Optional.of(reason),
                Optional.of(phrase).filter(text -> !text.isEmpty()),
                host,
                faults,
                leniencies);
    }

    StsVerdict withRemarks(List<String> faultsOfText, List<String> letPass) {
        return new StsVerdict(status, policy, cause, detail, host, faultsOfText, letPass);
    }
}
