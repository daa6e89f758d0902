package org.mxcensus.crawler.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mxcensus.crawler.dns.AddressFamily;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.Underway;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.records.Dmarc;
import org.mxcensus.datasets.records.Spf;
import org.mxcensus.datasets.records.Sts;
import org.mxcensus.datasets.records.TlsRpt;

/// Probes domains. One instance serves all threads.
public final class DomainProbe {
    private final Resolver resolver;
    private final PolicyFetcher policies;
    private final Clock clock;
    private final String vantage;

    /// @param clock for the time of observation
    /// @param vantage a name for the place that we see from
    public DomainProbe(Resolver resolver, PolicyFetcher policies, Clock clock, String vantage) {
        this.resolver = resolver;
        this.policies = policies;
        this.clock = clock;
        this.vantage = vantage;
    }

    /// Probes one domain; blocks for as long as that takes. Whatever happens on the network is an outcome.
    ///
    /// @param domain lower case, A-labels, without the final dot
    /// @throws CancellationException where this thread is interrupted
    public DomainFindings probe(String domain) {
        Instant began = clock.instant();
        Draft draft = look(domain);
        return draft.finish(domain, began, Duration.between(began, clock.instant()), vantage);
    }

    private Draft look(String domain) {
        Lookup<List<MailExchange>> mx = resolver.mx(domain);
        if (MxFindings.domainIsMissing(mx)) {
            return Draft.missing(MxFindings.outcome(mx, List.of()), mx.queries());
        }
        Underway<Lookup<List<String>>> spf = txt(domain);
        Underway<Lookup<List<String>>> dmarc = txt("_dmarc." + domain);
        Underway<Lookup<List<String>>> tlsRpt = txt("_smtp._tls." + domain);
        Underway<Lookup<List<String>>> ns = Underway.ask(() -> resolver.ns(domain));
        Underway<StsFindings> sts = Underway.ask(() -> sts(domain));
        List<Underway<Lookup<List<String>>>> addresses = MxFindings.addressesMatter(mx) ? addresses(domain) : List.of();

        List<Lookup<List<String>>> found =
                addresses.stream().map(Underway::await).toList();
        StsFindings policy = sts.await();
        int queries = mx.queries()
                + policy.queries()
                + Stream.concat(
                                found.stream(),
                                Stream.of(spf, dmarc, tlsRpt, ns).map(Underway::await))
                        .mapToInt(Lookup::queries)
                        .sum();
        return new Draft(
                MxFindings.outcome(mx, found.stream().map(Lookup::answer).toList()),
                record(spf.await(), Spf::select),
                record(dmarc.await(), Dmarc::select),
                policy,
                record(tlsRpt.await(), TlsRpt::select),
                nameServers(ns.await()),
                queries);
    }

    private Underway<Lookup<List<String>>> txt(String name) {
        return Underway.ask(() -> resolver.txt(name));
    }

    private List<Underway<Lookup<List<String>>>> addresses(String domain) {
        return Stream.of(AddressFamily.values())
                .map(family -> Underway.ask(() -> resolver.addresses(domain, family)))
                .toList();
    }

    /// RFC 8461 §3.1: without exactly one valid record there is no policy to fetch.
    private StsFindings sts(String domain) {
        Lookup<List<String>> lookup = resolver.txt("_mta-sts." + domain);
        RecordOutcome<StsRecord> outcome = record(lookup, Sts::select);
        PolicyVisit visit = outcome instanceof RecordOutcome.Valid
                ? policies.fetch(domain)
                : PolicyVisit.of(new PolicyFetch.NotAsked());
        return new StsFindings(outcome, lastOf(lookup.aliases()), visit, lookup.queries() + visit.queries());
    }

    private static <T> RecordOutcome<T> record(
            Lookup<List<String>> lookup, Function<List<String>, RecordOutcome<T>> select) {
        return switch (lookup.answer()) {
            case Answer.Found<List<String>> found -> select.apply(found.value());
            case Answer.NoData<List<String>> none -> new RecordOutcome.Absent<>();
            case Answer.NxDomain<List<String>> none -> new RecordOutcome.Absent<>();
            case Answer.Failed<List<String>>(DnsFailure failure, List<ExtendedError> errors) ->
                new RecordOutcome.Unmeasured<>(failure);
        };
    }

    /// Behind an alias they would be another zone's.
    private static List<String> nameServers(Lookup<List<String>> ns) {
        return ns.answer() instanceof Answer.Found<List<String>> found
                        && ns.aliases().isEmpty()
                ? found.value()
                : List.of();
    }

    private static Optional<String> lastOf(List<String> aliases) {
        return aliases.isEmpty() ? Optional.empty() : Optional.of(aliases.getLast());
    }
}
