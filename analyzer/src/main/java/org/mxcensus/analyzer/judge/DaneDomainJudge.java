package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;

/// Judges a domain's DANE over all its MX hosts (RFC 7672 §2.2).
///
/// @param nextHops the next-hop domain, and where it securely leads if it is an alias
/// @param set its MX hosts
record DaneDomainJudge(List<String> nextHops, ExchangeSet set) {

    DaneVerdict judge() {
        return switch (set.secure()) {
            case YES -> belowSecure();
            case NO -> belowInsecure();
            case UNMEASURED -> agreed(belowSecure(), belowInsecure());
        };
    }

    /// Where it is not known which of two verdicts holds: what both say.
    private static DaneVerdict agreed(DaneVerdict one, DaneVerdict other) {
        return one.status().equals(other.status())
                ? one
                : new DaneVerdict(
                        Optional.of(DaneStatus.UNMEASURED),
                        Optional.of(DaneCause.NOT_MEASURED),
                        Optional.empty(),
                        Optional.of(agreed(one.valid(), other.valid())),
                        Optional.of(agreed(one.deployed(), other.deployed())));
    }

    private static Finding agreed(Optional<Finding> one, Optional<Finding> other) {
        return one.equals(other) ? one.orElse(Finding.UNMEASURED) : Finding.UNMEASURED;
    }

    private DaneVerdict belowInsecure() {
        List<DaneSummary.Part> parts = parts(set.hosts());
        boolean allKnown = areKnown(set.hosts());
        Optional<DaneStatus> status = DaneSummary.of(parts, allKnown).status();
        return insecure(status.equals(Optional.of(DaneStatus.VALID)), parts.isEmpty() && allKnown);
    }

    private DaneVerdict belowSecure() {
        List<HostJudgement> hosts = set.hosts();
        List<DaneSummary.Part> parts = parts(hosts);
        boolean allKnown = areKnown(hosts);
        DaneSummary summary = DaneSummary.of(parts, allKnown);
        Optional<Finding> deployed =
                Findings.any(hosts.stream().map(HostJudgement::summary).map(ExchangeVerdictRow::daneDeployed));
        return new DaneVerdict(summary.status(), summary.cause(), summary.decided(), valid(parts, allKnown), deployed);
    }

    /// RFC 7672 §2.2: a single address without usable records that match is enough to deliver unauthenticated.
    private static Optional<Finding> valid(List<DaneSummary.Part> parts, boolean allKnown) {
        return Findings.all(Stream.concat(
                parts.stream().map(part -> part.status().valid()),
                allKnown ? Stream.empty() : Stream.of(Finding.UNMEASURED)));
    }

    /// The same over parts of the hosts.
    DaneHosts hosts() {
        List<HostJudgement> accepting = set.hosts().stream()
                .filter(host -> host.summary().measured() > 0)
                .toList();
        return new DaneHosts(
                set.hosts().size(),
                accepting.size(),
                (int) set.hosts().stream().filter(this::isValid).count(),
                over(set.preferred()),
                over(set.backup()),
                over(accepting.stream().map(DaneDomainJudge::answering).toList()),
                valid(parts(set.hosts()), areKnown(set.hosts())).orElse(null));
    }

    private static boolean areKnown(List<HostJudgement> hosts) {
        return hosts.stream().allMatch(HostJudgement::known);
    }

    private boolean isValid(HostJudgement host) {
        return DaneSummary.of(parts(List.of(host)), host.known()).status().equals(Optional.of(DaneStatus.VALID));
    }

    private @Nullable DaneStatus over(List<HostJudgement> some) {
        return new DaneDomainJudge(nextHops, set.only(some)).judge().status().orElse(null);
    }

    private static HostJudgement answering(HostJudgement host) {
        List<AddressJudgement> answering = host.deciding()
                .filter(address -> address.row().starttls() != Finding.UNMEASURED)
                .toList();
        return new HostJudgement(host.summary(), answering, true, host.owner());
    }

    private List<DaneSummary.Part> parts(List<HostJudgement> hosts) {
        return hosts.stream()
                .flatMap(HostJudgement::deciding)
                .map(address -> new DaneSummary.Part(address.dane(nextHops), address.row()))
                .toList();
    }

    /// RFC 7672 §2.2.1: with an insecure MX answer DANE does not authenticate the domain's mail.
    private DaneVerdict insecure(boolean ready, boolean nobodyThere) {
        if (nobodyThere) {
            return new DaneVerdict(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new DaneVerdict(
                Optional.of(ready ? DaneStatus.HOST_READY_DOMAIN_INSECURE : DaneStatus.NOT_DEPLOYED),
                Stream.of(DaneCause.MX_INSECURE).filter(_ -> ready).findFirst(),
                Optional.empty(),
                Optional.of(Finding.NO),
                Optional.of(Finding.NO));
    }
}
