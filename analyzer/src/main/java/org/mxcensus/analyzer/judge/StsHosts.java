package org.mxcensus.analyzer.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.schema.TrustFault;

/// Judges whether every MX host fulfils a policy (RFC 8461 §4.1): broken as soon as one fails, fulfilled only if all
/// do. A host that no pattern covers counts before a bad certificate, and otherwise the most preferred host that fails
/// decides; where several fail, the detail names them all.
///
/// @param hosts most preferred first
record StsHosts(StsPolicy policy, List<HostJudgement> hosts) {
    private static final int MOST_NAMED = 10;

    /// @param fulfilled the status if all do
    StsVerdict judge(StsStatus fulfilled) {
        List<HostJudgement> uncovered = uncovered();
        if (!uncovered.isEmpty()) {
            return broken(StsCause.MX_NOT_COVERED, named(uncovered, HostJudgement::host, _ -> ""), host(uncovered));
        }
        List<HostVerdictRow> failing = failing();
        if (!failing.isEmpty()) {
            HostVerdictRow first = failing.getFirst();
            return broken(cause(first), named(failing, HostVerdictRow::host, StsHosts::reason), first.host());
        }
        List<HostJudgement> unmeasured =
                hosts.stream().filter(StsHosts::isUnmeasured).toList();
        return unmeasured.isEmpty()
                ? StsVerdict.of(fulfilled, policy)
                : StsVerdict.atHost(
                        StsStatus.UNMEASURED,
                        policy,
                        StsCause.MX_NOT_MEASURED,
                        named(unmeasured, HostJudgement::host, _ -> ""),
                        host(unmeasured));
    }

    List<HostJudgement> uncovered() {
        return hosts.stream().filter(host -> !policy.matches(host.host())).toList();
    }

    /// Of each host that fails, one address.
    private List<HostVerdictRow> failing() {
        return hosts.stream()
                .flatMap(host -> host
                        .deciding()
                        .filter(address -> address.proves() == Finding.NO)
                        .map(AddressJudgement::row)
                        .min(Comparator.comparing(HostVerdictRow::ip))
                        .stream())
                .toList();
    }

    private static StsCause cause(HostVerdictRow row) {
        return row.starttls() == Finding.NO ? StsCause.MX_WITHOUT_TLS : StsCause.MX_CERTIFICATE;
    }

    private static String reason(HostVerdictRow row) {
        if (row.starttls() == Finding.NO) {
            return Optional.ofNullable(row.reason()).orElse("no TLS");
        }
        TrustFault fault = row.certificateFault();
        return fault == null
                ? "it does not name the MX host"
                : fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean isUnmeasured(HostJudgement host) {
        return !host.known() || host.deciding().anyMatch(address -> address.proves() == Finding.UNMEASURED);
    }

    private static String host(List<HostJudgement> some) {
        return some.getFirst().host();
    }

    private StsVerdict broken(StsCause cause, String detail, String host) {
        return StsVerdict.atHost(StsStatus.BROKEN, policy, cause, detail, host);
    }

    /// Of a single host what is wrong with it, as its name stands beside; of several, their names too.
    private static <T> String named(List<T> some, Function<T, String> name, Function<T, String> reason) {
        if (some.size() == 1) {
            return reason.apply(some.getFirst());
        }
        Stream<String> named = some.stream().limit(MOST_NAMED).map(one -> {
            String why = reason.apply(one);
            return why.isEmpty() ? name.apply(one) : name.apply(one) + ": " + why;
        });
        Stream<String> more =
                some.size() > MOST_NAMED ? Stream.of("and " + (some.size() - MOST_NAMED) + " more") : Stream.empty();
        return Stream.concat(named, more).collect(Collectors.joining("; "));
    }
}
