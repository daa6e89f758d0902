package org.mxcensus.crawler.crawl;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.crawler.dns.DnsClient;
import org.mxcensus.crawler.dns.LookupCounts;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.domain.DomainConfig;
import org.mxcensus.crawler.domain.DomainProbe;
import org.mxcensus.crawler.host.HostProbe;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Guard;
import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.crawler.pace.OptOutSource;
import org.mxcensus.crawler.pace.Pace;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.pace.PaceWaits;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.smtp.SecondLooks;
import org.mxcensus.crawler.smtp.SmtpProbe;
import org.mxcensus.crawler.tls.OpenFiles;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;

/// The three probes over one set of sockets, for a crawl as for the check of a single domain.
public final class Probes implements AutoCloseable {
    /// The TLSA owner name has the port that the world's mail goes to, whatever port a lab listens on (RFC 7672
    /// §2.2.3).
    private static final int TLSA_PORT = 25;
    /// Two loops keep one busy core from holding up the other's sockets; more would only take turns with the crawl.
    private static final int EVENT_LOOPS = 2;

    /// Whoever would wait longer for his turn is put off instead, so that a busy network holds up nobody else.
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ProbeConfig config;
    private final Clock clock;
    private final Resolver resolver;
    private final LookupCounts lookups;
    private final PaceWaits waits = new PaceWaits();
    private final Transport transport;
    private final TlsClient tls;
    private final Guard guard;
    private final SecureRandom random = new SecureRandom();
    private List<String> warnings = List.of();

    private Probes(ProbeConfig config, DnsClient resolver, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.resolver = resolver;
        this.lookups = resolver.counts();
        this.transport = Transport.open(EVENT_LOOPS);
        this.tls = TlsClient.open();
        this.guard = new Guard(config.allowReserved());
    }

    /// For a crawl: a resolver that is away is waited for.
    ///
    /// @throws org.mxcensus.datasets.store.UserError where the configuration is of no use here
    public static Probes open(ProbeConfig config, Clock clock) {
        return new Probes(config, DnsClient.patient(config.resolver(), clock), clock);
    }

    /// For somebody who waits at a terminal: every look-up ends in its time.
    ///
    /// @throws org.mxcensus.datasets.store.UserError where the configuration is of no use here
    public static Probes openForCheck(ProbeConfig config, Clock clock) {
        return new Probes(config, DnsClient.open(config.resolver(), clock), clock);
    }

    /// What can be told of a crawl that these probes are used in.
    Vitals vitals(CrawlProgress progress) {
        return new Vitals(progress, lookups, waits);
    }

    /// Asks the resolvers whether they serve, before anything else is done.
    ///
    /// @throws org.mxcensus.datasets.store.UserError where one does not
    public void check() {
        warnings = resolver.check().warnings();
    }

    /// What was found wanting by [#check]: a sentence each.
    public List<String> warnings() {
        return warnings;
    }

    /// The same, and what else a crawl may run into: it has many connections open at once.
    List<String> warningsOfACrawl() {
        return Stream.concat(warnings.stream(), OpenFiles.shortage(config.pace().overall()).stream())
                .toList();
    }

    /// A probe of domains. Their policy hosts may be those of any other domain, so each partition has its share of
    /// what they are asked at once.
    ///
    /// @param share what part of the crawl the probe is for
    /// @param optOut those who are left alone
    /// @param nameServers whether each zone is asked for its name servers
    public DomainProbe domain(Share share, OptOutSource optOut, boolean nameServers) {
        Pace pace = new Pace(PaceLimits.POLICY_HOSTS.dividedBy(share.partitions()), Pace.FOREVER, Ticker.SYSTEM);
        Gate gate = new Gate(guard, optOut, pace, share.lease());
        return new DomainProbe(
                resolver,
                new ResolvedPolicyHosts(resolver, transport, tls, gate, config.policyHosts()),
                new DomainConfig(config.hints(), nameServers, config.vantage()),
                random,
                clock);
    }

    public HostProbe host() {
        return new HostProbe(resolver, this::registeredDomain, clock, TLSA_PORT);
    }

    private String registeredDomain(String host) {
        return config.suffixes().registeredDomain(host).orElse(host);
    }

    /// A probe of mail servers. All of a network are in one partition, so each keeps the limits of its networks,
    /// and has its share of what spans networks.
    ///
    /// @param share what part of the crawl the probe is for
    /// @param optOut those who are left alone
    public SmtpProbe smtp(Share share, OptOutSource optOut) {
        PaceLimits limits = config.pace().spanningDividedBy(share.partitions());
        Pace pace = share.partitions() == 1
                ? Pace.alone(limits, PATIENCE, Ticker.SYSTEM, this::registeredDomain)
                : Pace.takingOver(limits, PATIENCE, Ticker.SYSTEM, this::registeredDomain);
        return new SmtpProbe(transport, tls, new Gate(guard, optOut, pace, share.lease(), waits), config.smtp(), clock);
    }

    /// What looks again at those few addresses where a probe's one handshake does not tell enough.
    ///
    /// @param probe what looks
    /// @param crawl names the crawl
    public SecondLooks secondLooks(SmtpProbe probe, String crawl) {
        return new SecondLooks(probe, tls, crawl);
    }

    /// One partition of a crawl.
    ///
    /// @param partitions how many there are
    /// @param lease asked right before every connection
    public record Share(int partitions, Lease lease) {
        public static final Share WHOLE = new Share(1, Lease.FOREVER);
    }

    @Override
    public void close() {
        try (resolver;
                transport;
                tls) {
            // The order of closing is the point: what uses the others first.
        }
    }
}
