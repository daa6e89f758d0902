package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.TlsTraits;

/// What is the same for all domains that share a set of MX hosts.
///
/// @param hosts their names, most preferred first
/// @param nextHopNames tells of a domain whether their certificates name it
/// @param isDomainNamed the three last depend on the domain all the same: see [ExchangeSet#isDomainNamed()]
/// @param deliveries where there is no MTA-STS
record SharedVerdict(
        ExchangeSet set,
        boolean isDomainNamed,
        List<String> hosts,
        @Nullable Finding starttls,
        @Nullable Finding tls13,
        @Nullable Finding certificateTrusted,
        @Nullable Finding certificateName,
        NextHopNames nextHopNames,
        @Nullable Finding tlsSound,
        @Nullable Finding postQuantum,
        @Nullable Finding chainComplete,
        TlsTraits tlsTraits,
        @Nullable List<String> issuers,
        DaneVerdict dane,
        DaneHosts daneHosts,
        Deliveries deliveries) {

    static SharedVerdict of(ExchangeSet set) {
        DaneDomainJudge dane = new DaneDomainJudge(NextHops.NONE.secure(), set);
        return new SharedVerdict(
                set,
                set.isDomainNamed(),
                set.hosts().stream().map(HostJudgement::host).toList(),
                all(set, ExchangeVerdictRow::starttls),
                all(set, ExchangeVerdictRow::tls13),
                all(set, ExchangeVerdictRow::certificateTrusted),
                all(set, ExchangeVerdictRow::certificateName),
                NextHopNames.of(set),
                all(set, ExchangeVerdictRow::tlsSound),
                all(set, ExchangeVerdictRow::postQuantum),
                all(set, ExchangeVerdictRow::chainComplete),
                TlsTraits.over(set.hosts().stream()
                        .map(host -> host.summary().tlsTraits())
                        .toList()),
                issuers(set).orElse(null),
                dane.judge(),
                dane.hosts(),
                new Senders(NextHops.NONE, set).deliveries(StsInForce.NONE, StsInForce.NONE));
    }

    private static Optional<List<String>> issuers(ExchangeSet set) {
        return set.hosts().stream()
                .flatMap(host -> Stream.ofNullable(host.summary().issuers()))
                .reduce((some, others) -> Stream.concat(some.stream(), others.stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static @Nullable Finding all(ExchangeSet set, Function<ExchangeVerdictRow, @Nullable Finding> finding) {
        return Findings.all(set.hosts().stream().map(HostJudgement::summary).map(finding))
                .orElse(null);
    }
}
