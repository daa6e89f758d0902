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
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Probes MX hosts. One instance serves all threads.
public final class HostProbe {
    private static final Logger LOG = LoggerFactory.getLogger(HostProbe.class);

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

    /// Probes one host; blocks for as long as that takes. Whatever happens is an outcome.
    ///
    /// @param host lower case, A-labels, without the final dot
    /// @throws CancellationException where this thread is interrupted
    public HostObservation probe(String host) {
        Instant began = clock.instant();
        try {
            return look(host, began);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("bug while probing {}", host, e);
            return broken(host, began);
        }
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
                elapsed(began));
    }

    private HostObservation broken(String host, Instant began) {
        Answer<List<String>> ours = new Answer.Failed<>(DnsFailure.INTERNAL_ERROR);
        return new HostObservation(
                host, began, host, ours, ours, List.of(), new TlsaOutcome.NotAsked(), List.of(), 0, elapsed(began));
    }

    private long elapsed(Instant began) {
        return Duration.between(began, clock.instant()).toMillis();
    }
}
