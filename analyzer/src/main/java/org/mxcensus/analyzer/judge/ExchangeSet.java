package org.mxcensus.analyzer.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.schema.Finding;

/// The MX hosts of a domain with the verdict on each. Many domains share one set.
///
/// @param byPreference the hosts of each preference, most preferred first
/// @param secure whether the MX answer is secure
/// @param hosts each host once, most preferred first
/// @param provider who receives the mail; empty without hosts
record ExchangeSet(
        List<List<HostJudgement>> byPreference, Finding secure, List<HostJudgement> hosts, Optional<String> provider) {

    /// @param published the MX records; a null MX among others counts for nothing (RFC 7505 §3)
    /// @param judged the judgement of a host; empty where the host was not seen
    static ExchangeSet of(
            List<MailExchange> published,
            Finding secure,
            Function<String, Optional<HostJudgement>> judged,
            Providers providers) {
        List<MailExchange> records = published.stream()
                .filter(exchange -> !exchange.host().isEmpty())
                .sorted(Comparator.comparingInt(MailExchange::preference).thenComparing(MailExchange::host))
                .toList();
        Map<Integer, List<HostJudgement>> byPreference = new LinkedHashMap<>();
        for (MailExchange record : records) {
            byPreference
                    .computeIfAbsent(record.preference(), _ -> new ArrayList<>())
                    .add(judged.apply(record.host())
                            .orElseGet(() -> HostJudgement.unseen(providers.row(record.host(), Stream.empty()))));
        }
        return of(List.copyOf(byPreference.values()), secure, provider(byPreference));
    }

    private static ExchangeSet of(List<List<HostJudgement>> byPreference, Finding secure, Optional<String> provider) {
        return new ExchangeSet(
                byPreference,
                secure,
                byPreference.stream().flatMap(List::stream).distinct().toList(),
                provider);
    }

    /// Who runs the most preferred host; of several equally preferred ones, the first by name.
    private static Optional<String> provider(Map<Integer, List<HostJudgement>> byPreference) {
        return byPreference.values().stream()
                .findFirst()
                .flatMap(first ->
                        first.stream().map(host -> host.owner().provider()).min(Comparator.naturalOrder()));
    }

    /// Some of the hosts, equally preferred.
    ExchangeSet only(List<HostJudgement> some) {
        return of(List.of(some), secure, provider);
    }

    /// The most preferred hosts.
    List<HostJudgement> preferred() {
        return byPreference.isEmpty() ? List.of() : byPreference.getFirst();
    }

    /// The hosts that senders turn to where none of the most preferred takes the mail.
    List<HostJudgement> backup() {
        return hosts.stream().filter(host -> !preferred().contains(host)).toList();
    }

    /// Whether the verdict on DANE depends on which domain it is: a leaf may name the domain instead of the host.
    boolean isDomainNamed() {
        return hosts.stream()
                .flatMap(HostJudgement::deciding)
                .anyMatch(address -> !address.anchoredNames().isEmpty());
    }
}
