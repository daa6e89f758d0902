package org.mxcensus.dashboard.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.evidence.AddressEvidence;
import org.mxcensus.analyzer.evidence.DomainEvidence;
import org.mxcensus.analyzer.evidence.DomainHistory;
import org.mxcensus.analyzer.evidence.Evidence;
import org.mxcensus.analyzer.evidence.Hit;
import org.mxcensus.analyzer.evidence.HostEvidence;
import org.mxcensus.analyzer.evidence.HostHistory;
import org.mxcensus.analyzer.evidence.HostUsers;
import org.mxcensus.analyzer.publish.DomainTexts;
import org.mxcensus.analyzer.publish.HostTexts;
import org.mxcensus.analyzer.publish.VerdictTexts;

/// Evidence without the texts of strangers.
///
/// @param evidence with everything
record VerdictsAlone(Evidence evidence) implements Evidence {

    @Override
    public Optional<DomainEvidence> domain(String domain) {
        return evidence.domain(domain).map(VerdictsAlone::domain);
    }

    @Override
    public Optional<DomainEvidence> domain(String domain, LocalDate crawl) {
        return evidence.domain(domain, crawl).map(VerdictsAlone::domain);
    }

    @Override
    public List<DomainHistory> history(String domain) {
        return evidence.history(domain).stream()
                .map(past -> new DomainHistory(past.crawl(), VerdictTexts.left(past.verdict())))
                .toList();
    }

    @Override
    public Optional<HostEvidence> host(String host) {
        return evidence.host(host).map(VerdictsAlone::host);
    }

    @Override
    public List<HostHistory> hostHistory(String host) {
        return evidence.hostHistory(host).stream()
                .map(past -> new HostHistory(
                        past.crawl(),
                        HostTexts.left(past.seen()),
                        past.verdict().map(VerdictTexts::left),
                        past.leaves()))
                .toList();
    }

    @Override
    public HostUsers usersOf(String host, int limit) {
        return evidence.usersOf(host, limit);
    }

    @Override
    public List<Hit> search(String text, int limit) {
        return evidence.search(text, limit);
    }

    private static DomainEvidence domain(DomainEvidence all) {
        return new DomainEvidence(
                all.crawl(),
                all.domain(),
                all.frame(),
                all.seen().map(DomainTexts::left),
                all.verdict().map(VerdictTexts::left),
                all.policyChain().stream().map(HostTexts::left).toList(),
                all.hosts().stream().map(VerdictsAlone::host).toList());
    }

    private static HostEvidence host(HostEvidence all) {
        return new HostEvidence(
                all.crawl(),
                all.host(),
                all.seen().map(HostTexts::left),
                all.addresses().stream().map(VerdictsAlone::address).toList(),
                all.verdict().map(VerdictTexts::left),
                all.provider());
    }

    private static AddressEvidence address(AddressEvidence all) {
        return new AddressEvidence(
                HostTexts.left(all.seen()),
                all.verdict().map(VerdictTexts::left),
                all.chain().stream().map(HostTexts::left).toList());
    }

    @Override
    public void close() {
        evidence.close();
    }
}
