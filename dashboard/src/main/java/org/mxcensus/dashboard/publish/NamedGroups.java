package org.mxcensus.dashboard.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.evidence.DomainEvidence;
import org.mxcensus.analyzer.evidence.DomainHistory;
import org.mxcensus.analyzer.evidence.Evidence;
import org.mxcensus.analyzer.evidence.Hit;
import org.mxcensus.analyzer.evidence.HostEvidence;
import org.mxcensus.analyzer.evidence.HostHistory;
import org.mxcensus.analyzer.evidence.HostUsers;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;

/// No evidence at all: providers and top-level domains are found by name where there are figures of them, and nothing
/// else is.
///
/// @param evidence what is searched
/// @param published tells which groups have figures
record NamedGroups(Evidence evidence, Census published) implements Evidence {

    @Override
    public Optional<DomainEvidence> domain(String domain) {
        return Optional.empty();
    }

    @Override
    public Optional<DomainEvidence> domain(String domain, LocalDate crawl) {
        return Optional.empty();
    }

    @Override
    public List<DomainHistory> history(String domain) {
        return List.of();
    }

    @Override
    public Optional<HostEvidence> host(String host) {
        return Optional.empty();
    }

    @Override
    public List<HostHistory> hostHistory(String host) {
        return List.of();
    }

    @Override
    public HostUsers usersOf(String host, int limit) {
        return new HostUsers(0, List.of());
    }

    @Override
    public List<Hit> search(String text, int limit) {
        return published.trends().map(trends -> search(text, limit, trends)).orElse(List.of());
    }

    private List<Hit> search(String text, int limit, Trends trends) {
        return evidence.search(text, limit).stream()
                .filter(hit -> switch (hit.kind()) {
                    case DOMAIN, HOST -> false;
                    case PROVIDER -> has(trends, new Scope.Provider(hit.key()));
                    case TLD -> has(trends, new Scope.Tld(hit.key()));
                })
                .toList();
    }

    private static boolean has(Trends trends, Scope scope) {
        return trends.newest(scope, Weighting.DOMAINS).isPresent();
    }

    @Override
    public void close() {
        evidence.close();
    }
}
