package org.mxcensus.crawler.smtp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mxcensus.crawler.pace.Admission;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Literal;
import org.mxcensus.crawler.pace.Permit;
import org.mxcensus.crawler.pace.Reception;
import org.mxcensus.crawler.tls.Attempt;
import org.mxcensus.crawler.tls.Connection;
import org.mxcensus.crawler.tls.Deadline;
import org.mxcensus.crawler.tls.Handshaker;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at one address of one MX host. Blocks; call it on a virtual thread. Serves many threads at once.
public final class SmtpProbe {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpProbe.class);

    private final Transport transport;
    private final TlsClient tls;
    private final Gate gate;
    private final SmtpConfig config;
    private final Clock clock;

    public SmtpProbe(Transport transport, TlsClient tls, Gate gate, SmtpConfig config, Clock clock) {
        this.transport = transport;
        this.tls = tls;
        this.gate = gate;
        this.config = config;
        this.clock = clock;
    }

    /// Waits for its turn, connects, follows the dialogue as far as it goes, and takes leave.
    ///
    /// @return what was seen; a bug of ours is an outcome too ([SmtpOutcome.InternalError])
    /// @throws InterruptedException where the crawl is being stopped: nothing was seen then
    public SmtpResult probe(SmtpTarget target) throws InterruptedException {
        return look(target, tls, target.sni());
    }

    /// The same with another client, or under another name.
    ///
    /// @param client our side of TLS
    /// @param serverName what to send as SNI; empty for none
    SmtpResult look(SmtpTarget target, Handshaker client, String serverName) throws InterruptedException {
        Visit visit = new Visit(target, client, serverName);
        try {
            return switch (gate.admit(target.host(), Literal.address(target.ip()))) {
                case Admission.Refused(Abstention reason) -> visit.without(new SmtpOutcome.NotAttempted(reason));
                case Admission.Granted(Permit permit) -> visit.to(permit);
            };
        } catch (RuntimeException e) {
            LOG.error("Probing {} of {} failed by a bug.", target.ip(), target.host(), e);
            return visit.without(new SmtpOutcome.InternalError(String.valueOf(e)));
        }
    }

    /// One probe and its stop-watch.
    private final class Visit {

        private final SmtpTarget target;
        private final Handshaker client;
        private final String serverName;
        private Instant observedAt = clock.instant();
        private long begun = System.nanoTime();

        Visit(SmtpTarget target, Handshaker client, String serverName) {
            this.target = target;
            this.client = client;
            this.serverName = serverName;
        }

        SmtpResult to(Permit permit) throws InterruptedException {
            // The time spent in the queue is ours, not the server's.
            observedAt = clock.instant();
            begun = System.nanoTime();
            return switch (Connection.open(transport, permit, config.port(), config.connectTimeout())) {
                case Attempt.Failed(ConnectFailure cause) -> {
                    SmtpOutcome outcome = new SmtpOutcome.NotConnected(SmtpStage.CONNECT, cause);
                    permit.heard(Reception.of(outcome));
                    yield without(outcome);
                }
                case Attempt.Connected(Connection connection) -> over(connection, permit);
            };
        }

        private SmtpResult over(Connection connection, Permit permit) throws InterruptedException {
            long connectNanos = System.nanoTime() - begun;
            try (connection) {
                Deadline overall = Deadline.in(config.overallTimeout());
                Dialogue dialogue = new Dialogue(connection, client, config, serverName, overall);
                SmtpOutcome outcome = dialogue.run();
                // Before the place is given to the next in line.
                permit.heard(Reception.of(outcome));
                return result(
                        outcome, dialogue.said(), dialogue.certificates(), connectNanos, dialogue.handshakeNanos());
            }
        }

        SmtpResult without(SmtpOutcome outcome) {
            return result(outcome, SmtpDialogue.SILENCE, List.of(), 0, 0);
        }

        private SmtpResult result(
                SmtpOutcome outcome,
                SmtpDialogue said,
                List<CertificateObservation> certificates,
                long connectNanos,
                long handshakeNanos) {
            SmtpObservation observation = SmtpObservation.first(
                    target.host(),
                    target.ip(),
                    observedAt,
                    serverName,
                    outcome,
                    said,
                    millis(connectNanos),
                    millis(handshakeNanos),
                    millis(System.nanoTime() - begun));
            return new SmtpResult(observation, certificates);
        }

        private static long millis(long nanos) {
            return Duration.ofNanos(nanos).toMillis();
        }
    }
}
