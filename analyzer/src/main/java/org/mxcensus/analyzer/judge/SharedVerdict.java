package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.StsStatus;

/// What is the same for all domains that share a set of MX hosts.
///
/// @param hosts their names, most preferred first
/// @param dane as far as it does not depend on the domain: see [ExchangeSet#isDomainNamed()]
record SharedVerdict(
        ExchangeSet set,
        boolean isDomainNamed,
        List<String> hosts,
        @Nullable Finding starttls,
        @Nullable Finding tls13,
        @Nullable Finding certificateTrusted,
        @Nullable Finding certificateName,
        @Nullable Finding tlsSound,
        @Nullable Finding postQuantum,
        @Nullable Finding chainComplete,
        DaneVerdict dane,
        Delivery opportunistic,
        Delivery senderDane) {

    static SharedVerdict of(ExchangeSet set) {
        Senders senders = new Senders(List.of(), set, StsVerdict.of(StsStatus.NOT_DEPLOYED));
        return new SharedVerdict(
                set,
                set.isDomainNamed(),
                set.hosts().stream().map(HostJudgement::host).toList(),
                all(set, ExchangeVerdictRow::starttls),
                all(set, ExchangeVerdictRow::tls13),
                all(set, ExchangeVerdictRow::certificateTrusted),
                all(set, ExchangeVerdictRow::certificateName),
                all(set, ExchangeVerdictRow::tlsSound),
                all(set, ExchangeVerdictRow::postQuantum),
                all(set, ExchangeVerdictRow::chainComplete),
                new DaneDomainJudge(List.of(), set).judge(),
                senders.opportunistic(),
                senders.dane());
    }

    private static @Nullable Finding all(ExchangeSet set, Function<ExchangeVerdictRow, @Nullable Finding> finding) {
        return Findings.all(set.hosts().stream().map(HostJudgement::summary).map(finding))
                .orElse(null);
    }
}
