package org.mxcensus.analyzer.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.TlsTraits;

/// Judges one MX host over all its addresses.
///
/// @param host what DNS says of it
/// @param chains judges what it shows
/// @param client what looked at it
/// @param previous what the crawl before saw
record HostJudge(
        HostObservation host, Chains chains, Reach reach, Client client, Certificates certificates, Previous previous) {

    /// @param providers who runs the host
    HostJudgement judge(List<SmtpObservation> seen, Providers providers) {
        TlsaState tlsa = TlsaState.of(host);
        AddressDane.Past before = new AddressDane.Past(previous.host(host.host()), previous.certificates());
        AddressJudge judge = new AddressJudge(
                host.host(), new AddressDane(tlsa, chains, certificates, before), chains, client, certificates);
        List<AddressJudgement> addresses = new ArrayList<>();
        Set<String> tried = seen.stream().map(SmtpObservation::ip).collect(Collectors.toSet());
        boolean onlyUnreached = Stream.concat(ips().stream(), tried.stream()).noneMatch(reach::covers);
        for (SmtpObservation one : seen) {
            addresses.add(judge.judge(one, onlyUnreached || reach.covers(one.ip())));
        }
        for (String ip : ips()) {
            if (!tried.contains(ip)) {
                addresses.add(judge.untried(ip, onlyUnreached || reach.covers(ip)));
            }
        }
        OwnNames names = new OwnNames(chains, certificates);
        return new HostJudgement(
                summary(tlsa, addresses),
                addresses,
                known(addresses),
                providers.row(host.host(), seen.stream().map(names::of)));
    }

    /// Known are the addresses where some were found, or where both look-ups say that there are none.
    private boolean known(List<AddressJudgement> addresses) {
        return !addresses.isEmpty() || (!TlsaState.isFailed(host.a()) && !TlsaState.isFailed(host.aaaa()));
    }

    private List<String> ips() {
        return Stream.of(host.a(), host.aaaa())
                .flatMap(answer ->
                        answer instanceof Answer.Found<List<String>> found ? found.value().stream() : Stream.empty())
                .toList();
    }

    private ExchangeVerdictRow summary(TlsaState tlsa, List<AddressJudgement> addresses) {
        boolean known = known(addresses);
        List<AddressJudgement> deciding =
                addresses.stream().filter(AddressJudgement::decides).toList();
        Function<Function<HostVerdictRow, @Nullable Finding>, @Nullable Finding> all = finding -> known
                ? Findings.all(deciding.stream().map(AddressJudgement::row).map(finding))
                        .orElse(null)
                : Finding.UNMEASURED;
        DaneSummary dane = DaneSummary.of(
                deciding.stream()
                        .map(address -> new DaneSummary.Part(address.row().dane(), address.row()))
                        .toList(),
                known);
        return new ExchangeVerdictRow(
                host.host(),
                addresses.size(),
                (int) deciding.stream()
                        .filter(address -> address.row().starttls() != Finding.UNMEASURED)
                        .count(),
                dnssec().orElse(null),
                all.apply(HostVerdictRow::starttls),
                all.apply(HostVerdictRow::tls13),
                all.apply(HostVerdictRow::certificateTrusted),
                all.apply(HostVerdictRow::certificateName),
                all.apply(HostVerdictRow::tlsSound),
                all.apply(HostVerdictRow::postQuantum),
                all.apply(HostVerdictRow::chainComplete),
                dane.status().orElse(null),
                known && deciding.isEmpty() ? null : tlsa.deployed(),
                dane.cause().orElse(null),
                known
                        ? TlsTraits.over(deciding.stream()
                                .map(address -> address.row().tlsTraits())
                                .toList())
                        : TlsTraits.UNMEASURED,
                issuers(deciding).orElse(null));
    }

    private static Optional<List<String>> issuers(List<AddressJudgement> addresses) {
        List<Leaf> leaves =
                addresses.stream().flatMap(address -> address.leaf().stream()).toList();
        return leaves.isEmpty()
                ? Optional.empty()
                : Optional.of(leaves.stream()
                        .flatMap(leaf -> leaf.issuer().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /// RFC 7672 §2.2.2: one secure family is enough to go on with DANE.
    private Optional<Finding> dnssec() {
        return Findings.any(Stream.of(host.a(), host.aaaa()).map(answer -> switch (answer) {
            case Answer.Found<List<String>> found -> Findings.secure(found.security());
            case Answer.Failed<List<String>> _ -> Finding.UNMEASURED;
            case Answer.NoData<List<String>> _, Answer.NxDomain<List<String>> _ -> null;
        }));
    }
}
