package org.mxcensus.crawler.mtasts;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.mxcensus.crawler.pace.Admission;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Permit;
import org.mxcensus.crawler.tls.Attempt;
import org.mxcensus.crawler.tls.Connection;
import org.mxcensus.crawler.tls.Deadline;
import org.mxcensus.crawler.tls.Handshake;
import org.mxcensus.crawler.tls.PeerText;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.TlsSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches policies. Blocks; call it on a virtual thread. Serves many threads at once.
public final class PolicyHost {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyHost.class);

    private final Transport transport;
    private final TlsClient tls;
    private final AddressLookup lookup;
    private final Gate gate;
    private final PolicyConfig config;

    /// @param gate with limits of its own: a policy host is a web server, often one for thousands of domains
    public PolicyHost(Transport transport, TlsClient tls, AddressLookup lookup, Gate gate, PolicyConfig config) {
        this.transport = transport;
        this.tls = tls;
        this.lookup = lookup;
        this.gate = gate;
        this.config = config;
    }

    /// Asks `https://mta-sts.<domain>/.well-known/mta-sts.txt` (RFC 8461 §3.3).
    ///
    /// @param domain in the form of the tables
    /// @return what came; a bug of ours is an outcome too ([PolicyFetch.InternalError])
    /// @throws InterruptedException where the crawl is being stopped: nothing was seen then
    public PolicyResult fetch(String domain) throws InterruptedException {
        return fetch("mta-sts." + domain, "/.well-known/mta-sts.txt");
    }

    /// Asks for another text that a host is to have, by the same rules.
    ///
    /// @param host in the form of the tables
    /// @param path below `/.well-known/` (RFC 8615)
    /// @return as above
    /// @throws InterruptedException where the caller is being stopped
    public PolicyResult fetch(String host, String path) throws InterruptedException {
        try {
            return switch (lookup.of(host)) {
                case HostAddresses.Failed(DnsFailure failure) ->
                    new PolicyResult(new PolicyFetch.LookupFailed(failure), Optional.empty(), List.of());
                case HostAddresses.None(Optional<String> cname) ->
                    new PolicyResult(new PolicyFetch.NoAddress(), cname, List.of());
                case HostAddresses.Found(List<InetAddress> addresses, Optional<String> cname) ->
                    new Fetch(host, path, cname).fromFirst(addresses);
            };
        } catch (CancellationException stopped) {
            // The look-up was interrupted, which is its way to say so.
            throw new InterruptedException("the crawl is being stopped");
        } catch (RuntimeException e) {
            LOG.error("Fetching {} from {} failed by a bug.", path, host, e);
            return new PolicyResult(new PolicyFetch.InternalError(String.valueOf(e)), Optional.empty(), List.of());
        }
    }

    /// One fetch from one host.
    private final class Fetch {

        private final String host;
        private final String path;
        private final Optional<String> cname;
        private Optional<ConnectFailure> unreached = Optional.empty();
        private Optional<Abstention> avoided = Optional.empty();

        Fetch(String host, String path, Optional<String> cname) {
            this.host = host;
            this.path = path;
            this.cname = cname;
        }

        /// The first address that lets us in answers for the host. Each is checked by itself: a name may point
        /// anywhere, into our own network too.
        PolicyResult fromFirst(List<InetAddress> addresses) throws InterruptedException {
            for (InetAddress address : addresses.subList(0, Math.min(config.maxAddresses(), addresses.size()))) {
                Optional<PolicyResult> result = switch (gate.admit(host, address)) {
                    case Admission.Refused(Abstention reason) -> refused(reason);
                    case Admission.Granted(Permit permit) -> from(permit);
                };
                if (result.isPresent()) {
                    return result.get();
                }
            }
            return unreached
                    .map(cause -> result(new PolicyFetch.NotConnected(cause)))
                    .orElseGet(() -> result(new PolicyFetch.NotAttempted(avoided.orElseThrow())));
        }

        private Optional<PolicyResult> refused(Abstention reason) {
            avoided = avoided.or(() -> Optional.of(reason));
            return Optional.empty();
        }

        private Optional<PolicyResult> from(Permit permit) throws InterruptedException {
            return switch (Connection.open(transport, permit, config.port(), config.connectTimeout())) {
                case Attempt.Failed(ConnectFailure cause) -> {
                    unreached = unreached.or(() -> Optional.of(cause));
                    yield Optional.empty();
                }
                case Attempt.Connected(Connection connection) -> Optional.of(over(connection));
            };
        }

        private PolicyResult over(Connection connection) throws InterruptedException {
            try (connection) {
                Deadline deadline = Deadline.in(config.overallTimeout());
                return switch (connection.startTls(tls, host, deadline)) {
                    case Handshake.Failed failed ->
                        result(new PolicyFetch.HandshakeFailed(
                                failed.cause(), failed.alert().orElse(failed.detail())));
                    case Handshake.Established(TlsSession session, List<CertificateObservation> sent) ->
                        new PolicyResult(answer(connection, session.chain(), deadline), cname, sent);
                };
            }
        }

        private PolicyFetch answer(Connection connection, List<String> chain, Deadline deadline)
                throws InterruptedException {
            connection.write(request().getBytes(StandardCharsets.US_ASCII));
            try (ResponseReader reader = new ResponseReader(config.maxBodyBytes())) {
                return switch (reader.read(connection, deadline)) {
                    case Response.Ok(String mediaType, byte[] body, boolean truncated) ->
                        new PolicyFetch.Fetched(PeerText.of(body), truncated, mediaType, chain);
                    // RFC 8461 §3.3: redirects are not followed; they are a status like any other.
                    case Response.OtherStatus(int status) -> new PolicyFetch.HttpError(status, chain);
                    case Response.Broken(ProtocolFailure cause) -> new PolicyFetch.ProtocolError(cause, chain);
                };
            }
        }

        private String request() {
            // RFC 9110 §7.2: the port is named unless it is the scheme's own.
            String authority = config.port() == 443 ? host : host + ":" + config.port();
            return String.join(
                    "\r\n",
                    "GET " + path + " HTTP/1.1",
                    "Host: " + authority,
                    "User-Agent: " + config.userAgent(),
                    "Accept: text/plain",
                    "Connection: close",
                    "",
                    "");
        }

        private PolicyResult result(PolicyFetch fetch) {
            return new PolicyResult(fetch, cname, List.of());
        }
    }
}
