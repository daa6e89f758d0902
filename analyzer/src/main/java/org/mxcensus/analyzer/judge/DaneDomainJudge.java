package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;

/// Judges a domain's DANE over all its MX hosts (RFC 7672 §2.2).
///
/// @param nextHops the next-hop domain, and where it securely leads if it is an alias
/// @param set its MX hosts
record DaneDomainJudge(List<String> nextHops, ExchangeSet set) {

    DaneVerdict judge() {
        List<HostJudgement> hosts = set.hosts();
        List<DaneSummary.Part> parts = hosts.stream()
                .flatMap(HostJudgement::deciding)
                .map(address -> new DaneSummary.Part(address.dane(nextHops), address.row()))
                .toList();
        boolean allKnown = hosts.stream().allMatch(HostJudgement::known);
        DaneSummary summary = DaneSummary.of(parts);
        if (!set.secure()) {
            return insecure(
                    allKnown && summary.status().equals(Optional.of(DaneStatus.VALID)), parts.isEmpty() && allKnown);
        }
        Optional<Finding> deployed =
                Findings.any(hosts.stream().map(HostJudgement::summary).map(ExchangeVerdictRow::daneDeployed));
        if (!allKnown && !summary.status().map(DaneDomainJudge::isSettled).orElse(false)) {
            return new DaneVerdict(
                    Optional.of(DaneStatus.UNMEASURED),
                    Optional.of(DaneCause.NOT_MEASURED),
                    Optional.empty(),
                    deployed);
        }
        return new DaneVerdict(summary.status(), summary.cause(), summary.decided(), deployed);
    }

    /// RFC 7672 §2.2.1: with an insecure MX answer DANE does not authenticate the domain's mail.
    private DaneVerdict insecure(boolean ready, boolean nobodyThere) {
        if (nobodyThere) {
            return new DaneVerdict(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new DaneVerdict(
                Optional.of(ready ? DaneStatus.HOST_READY_DOMAIN_INSECURE : DaneStatus.NOT_DEPLOYED),
                Stream.of(DaneCause.MX_INSECURE).filter(_ -> ready).findFirst(),
                Optional.empty(),
                Optional.of(Finding.NO));
    }

    /// A failure stands whatever an unseen host would show.
    private static boolean isSettled(DaneStatus status) {
        return switch (status) {
            case MISMATCH, STARTTLS_MISSING, HANDSHAKE_FAILED, UNUSABLE, PARTIAL -> true;
            case VALID, LOOKUP_FAILED, NOT_DEPLOYED, HOST_READY_DOMAIN_INSECURE, UNMEASURED -> false;
        };
    }
}
