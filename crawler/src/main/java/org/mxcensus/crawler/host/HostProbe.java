package org.mxcensus.crawler.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.mxcensus.crawler.dns.AddressFamily;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.Underway;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;

/// Probes MX hosts. One instance serves all threads.
public final class HostProbe {
    private final Resolver resolver;
    private final UnaryOperator<String> registeredDomain;
    private final Clock clock;
    private final int tlsaPort;

    /// @param registeredDomain the registrable domain of a name; the name itself where there is none
    /// @param clock for the time of observation
    /// @param tlsaPort the port in the TLSA owner name (RFC 7672 §2.2.3): 25, whatever port a lab listens on
    public HostProbe(Resolver resolver, UnaryOperator<String> registeredDomain, Clock clock, int tlsaPort) {
        this.resolver = resolver;
        this.registeredDomain = registeredDomain;
        this.clock = clock;
        this.tlsaPort = tlsaPort;
    }

    /// Probes one host; blocks for as long as that takes. Whatever happens on the network is an outcome.
    ///
    /// @param host lower case, A-labels, without the final dot
    /// @throws CancellationException where this thread is interrupted
    public HostObservation probe(String host) {
        Instant began = clock.instant();
        return switch (ExchangeKind.of(host)) {
            case HOST_NAME, SINGLE_LABEL -> look(host, began);
            // Neither a top-level domain of digits nor `localhost` is in the DNS (RFC 6761 §6.3); a resolver may make
            // up an answer, and the sender itself is no exchange.
            case LITERAL, LOCALHOST, ROOT -> outsideTheDns(host, began);
        };
    }

    private HostObservation outsideTheDns(String host, Instant began) {
        Answer<List<String>> none = new Answer.NxDomain<>(Security.INSECURE);
        return new HostObservation(
                host,
                began,
                registeredDomain.apply(host),
                none,
                none,
                List.of(),
                new TlsaOutcome.NotAsked(),
                List.of(),
                0,
                0);
    }

    private HostObservation look(String host, Instant began) {
        // RFC 7672 §2.2.2: the addresses first, for whether they are secure decides about TLSA.
        Underway<Lookup<List<String>>> asked = Underway.ask(() -> resolver.addresses(host, AddressFamily.AAAA));
        Lookup<List<String>> a = resolver.addresses(host, AddressFamily.A);
        Lookup<List<String>> aaaa = asked.await();
        HostAddresses addresses = HostAddresses.of(a, aaaa);
        TlsaFindings tlsa = new TlsaSearch(resolver, tlsaPort).search(host, addresses);
        return new HostObservation(
                host,
                began,
                registeredDomain.apply(host),
                a.answer(),
                aaaa.answer(),
                addresses.aliases(),
                tlsa.outcome(),
                tlsa.zoneNs(),
                a.queries() + aaaa.queries() + tlsa.queries(),
                Duration.between(began, clock.instant()).toMillis());
    }
}
