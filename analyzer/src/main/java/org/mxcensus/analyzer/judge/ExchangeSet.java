package org.mxcensus.analyzer.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.observation.MailExchange;

/// The MX hosts of a domain with the verdict on each. Many domains share one set.
///
/// @param exchanges most preferred first
/// @param secure the MX answer is secure
/// @param hosts each host once, most preferred first
/// @param provider who receives the mail; empty without hosts
record ExchangeSet(List<Exchange> exchanges, boolean secure, List<HostJudgement> hosts, Optional<String> provider) {

    record Exchange(int preference, HostJudgement host) {}

    /// @param published the MX records; a null MX among others counts for nothing (RFC 7505 §3)
    /// @param judged the judgement of a host; empty where the host was not seen
    static ExchangeSet of(
            List<MailExchange> published,
            boolean secure,
            Function<String, Optional<HostJudgement>> judged,
            Providers providers) {
        List<MailExchange> records = published.stream()
                .filter(exchange -> !exchange.host().isEmpty())
                .sorted(Comparator.comparingInt(MailExchange::preference).thenComparing(MailExchange::host))
                .toList();
        List<Exchange> exchanges = records.stream()
                .map(record -> new Exchange(
                        record.preference(),
                        judged.apply(record.host()).orElseGet(() -> HostJudgement.unseen(record.host()))))
                .toList();
        List<HostJudgement> hosts =
                exchanges.stream().map(Exchange::host).distinct().toList();
        return new ExchangeSet(exchanges, secure, hosts, providers.ofExchanges(records));
    }

    /// Whether the verdict on DANE depends on which domain it is: a leaf may name the domain instead of the host.
    boolean isDomainNamed() {
        return hosts.stream()
                .flatMap(HostJudgement::deciding)
                .anyMatch(address -> !address.anchoredNames().isEmpty());
    }
}
