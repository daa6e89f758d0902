package org.mxcensus.crawler.crawl;

import java.time.Clock;
import org.mxcensus.crawler.dns.DnsClient;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.domain.DomainProbe;
import org.mxcensus.crawler.host.HostProbe;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Guard;
import org.mxcensus.crawler.pace.Pace;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.smtp.SmtpProbe;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;

/// The three probes over one set of sockets, for a crawl as for the check of a single domain.
public final class Probes implements AutoCloseable {
    /// The TLSA owner name has the port that the world's mail goes to, whatever port a lab listens on (RFC 7672
    /// §2.2.3).
    private static final int TLSA_PORT = 25;
    /// Two loops keep one busy core from holding up the other's sockets; more would only take turns with the crawl.
    private static final int EVENT_LOOPS = 2;

    private final Resolver resolver;
    private final Transport transport;
    private final TlsClient tls;
    private final DomainProbe domain;
    private final HostProbe host;
    private final SmtpProbe smtp;

    private Probes(ProbeConfig config, Clock clock) {
        this.resolver = DnsClient.open(config.resolver(), clock);
        this.transport = Transport.open(EVENT_LOOPS);
        this.tls = TlsClient.open();
        Guard guard = new Guard(config.allowReserved());
        Gate policyGate = new Gate(guard, config.optOut(), new Pace(PaceLimits.POLICY_HOSTS));
        Gate smtpGate = new Gate(guard, config.optOut(), new Pace(config.pace()));
        this.domain = new DomainProbe(
                resolver,
                new ResolvedPolicyHosts(resolver, transport, tls, policyGate, config.policyHosts()),
                clock,
                config.vantage());
        this.host = new HostProbe(
                resolver, name -> config.suffixes().registeredDomain(name).orElse(name), clock, TLSA_PORT);
        this.smtp = new SmtpProbe(transport, tls, smtpGate, config.smtp(), clock);
    }

    /// @throws org.mxcensus.datasets.store.UserError where the configuration is of no use here
    public static Probes open(ProbeConfig config, Clock clock) {
        return new Probes(config, clock);
    }

    public Resolver resolver() {
        return resolver;
    }

    public DomainProbe domain() {
        return domain;
    }

    public HostProbe host() {
        return host;
    }

    public SmtpProbe smtp() {
        return smtp;
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
