package org.mxcensus.crawler.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.mxcensus.crawler.dns.AddressFamily;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.Underway;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.Hint;
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
    private final DomainConfig config;
    private final HintSearch hints;
    private final Clock clock;

    /// @param random for names that nobody has published; safe for use by several threads
    /// @param clock for the time of observation
    public DomainProbe(
            Resolver resolver, PolicyFetcher policies, DomainConfig config, RandomGenerator random, Clock clock) {
        this.resolver = resolver;
        this.policies = policies;
        this.config = config;
        this.hints = new HintSearch(resolver, new RandomLabel(random));
        this.clock = clock;
    }

    /// Probes one domain; blocks for as long as that takes. Whatever happens on the network is an outcome.
    ///
    /// @param domain lower case, A-labels, without the final dot
    /// @throws CancellationException where this thread is interrupted
    public DomainFindings probe(String domain) {
        Instant began = clock.instant();
        Draft draft = look(domain);
        return draft.finish(domain, began, Duration.between(began, clock.instant()), config.vantage());
    }

    /// One question first: what it leaves open goes out together.
    private Draft look(String domain) {
        Lookup<List<MailExchange>> mx = resolver.mx(domain);
        if (MxFindings.domainIsMissing(mx)) {
            return Draft.missing(mx);
        }
        Underway<Lookup<List<String>>> spf = txt(domain);
        if (mx.answer() instanceof Answer.Failed<List<MailExchange>> failed && failsAlike(failed, spf.await())) {
            return Draft.unreachable(mx, failed.failure(), spf.await().queries(), config.hints());
        }
        Underway<Lookup<List<String>>> dmarc = txt("_dmarc." + domain);
        Underway<Lookup<List<String>>> tlsRpt = txt("_smtp._tls." + domain);
        Underway<StsFindings> sts = Underway.ask(() -> sts(domain));
        Underway<NsFindings> ns = Underway.ask(() -> nameServers(domain));
        Underway<HintFindings> below = Underway.ask(() -> below(domain));
        Underway<List<Lookup<List<String>>>> addresses = Underway.ask(() -> addresses(domain, mx));
        return new Draft(
                mx,
                addresses.await(),
                record(spf.await(), Spf::select),
                record(dmarc.await(), Dmarc::select),
                sts.await(),
                record(tlsRpt.await(), TlsRpt::select),
                below.await(),
                ns.await(),
                spf.await().queries() + dmarc.await().queries() + tlsRpt.await().queries());
    }

    /// Two RRsets that cannot be had for the same reason: so it is the zone's, and more questions would get no more.
    /// A bug of ours says nothing of the zone.
    private static boolean failsAlike(Answer.Failed<List<MailExchange>> mx, Lookup<List<String>> txt) {
        return txt.answer() instanceof Answer.Failed<List<String>> failed
                && failed.failure() == mx.failure()
                && failed.failure() != DnsFailure.INTERNAL_ERROR;
    }

    private Underway<Lookup<List<String>>> txt(String name) {
        return Underway.ask(() -> resolver.txt(name));
    }

    /// One address is enough for an implicit MX (RFC 5321 §5.1), and a name that does not exist has none of either
    /// family (RFC 8020 §2).
    private List<Lookup<List<String>>> addresses(String domain, Lookup<List<MailExchange>> mx) {
        if (!MxFindings.addressesMatter(mx)) {
            return List.of();
        }
        Lookup<List<String>> four = resolver.addresses(domain, AddressFamily.A);
        return switch (four.answer()) {
            case Answer.Found<List<String>> found -> List.of(four);
            case Answer.NxDomain<List<String>> none -> List.of(four);
            case Answer.NoData<List<String>> none -> List.of(four, resolver.addresses(domain, AddressFamily.AAAA));
            case Answer.Failed<List<String>> failed -> List.of(four, resolver.addresses(domain, AddressFamily.AAAA));
        };
    }

    private HintFindings below(String domain) {
        return config.hints() ? hints.search(domain) : HintFindings.all(Hint.NOT_ASKED);
    }

    /// Behind an alias they would be another zone's.
    private NsFindings nameServers(String domain) {
        if (!config.nameServers()) {
            return NsFindings.NONE;
        }
        Lookup<List<String>> ns = resolver.ns(domain);
        boolean own = ns.aliases().isEmpty();
        return ns.answer() instanceof Answer.Found<List<String>> found && own
                ? new NsFindings(found.value(), ns.queries())
                : new NsFindings(List.of(), ns.queries());
    }

    /// RFC 8461 §3.1: without exactly one valid record there is no policy to fetch.
    private StsFindings sts(String domain) {
        Lookup<List<String>> lookup = resolver.txt("_mta-sts." + domain);
        RecordOutcome<StsRecord> outcome = record(lookup, Sts::select);
        PolicyVisit visit = outcome instanceof RecordOutcome.Valid
                ? policies.fetch(domain)
                : PolicyVisit.of(new PolicyFetch.NotAsked());
        return new StsFindings(outcome, lookup.end(), visit, lookup.queries() + visit.queries());
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
}
