package org.mxcensus.crawler.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mxcensus.crawler.queue.Partitions;
import org.mxcensus.crawler.tls.Handshaker;
import org.mxcensus.crawler.tls.SecondClient;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.SecondLook.Purpose;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.records.X509Facts;

/// Looks again at those few addresses where one handshake does not tell enough.
///
/// Each look is a connection of its own that waits for its turn as every other does. It has its own outcome: what a
/// first look has shown is never changed by a second one. A row that is taken over has none, and neither has a second
/// try: whoever put us off once is not asked for more.
public final class SecondLooks {

    /// One in so many hosts is asked what it shows to clients that name no server.
    public static final int ONE_IN = 100;

    /// What says that nothing of the offer would do (RFC 8446 §6.2).
    private static final Set<String> NOTHING_IN_COMMON =
            Set.of("handshake_failure", "protocol_version", "insufficient_security", "illegal_parameter");

    private static final Handshaker OLD_TLS = new SecondClient(SecondClient.Offer.OLD_TLS);
    private static final Handshaker RSA_KEYS = new SecondClient(SecondClient.Offer.RSA_KEYS);
    private static final Handshaker EC_KEYS = new SecondClient(SecondClient.Offer.EC_KEYS);

    private final SmtpProbe probe;
    private final TlsClient tls;
    private final String crawl;

    /// @param tls the client of the first look
    /// @param crawl decides which hosts are asked without a server name: others in every crawl
    public SecondLooks(SmtpProbe probe, TlsClient tls, String crawl) {
        this.probe = probe;
        this.tls = tls;
        this.crawl = crawl;
    }

    private record Look(Purpose purpose, Handshaker tls, String serverName) {}

    /// Looks again where the first look calls for it.
    ///
    /// @return the first result, with what was seen since
    /// @throws InterruptedException where the crawl is being stopped: nothing was seen then
    public SmtpResult after(SmtpTarget target, SmtpResult first) throws InterruptedException {
        List<Look> due = due(target, first);
        if (due.isEmpty()) {
            return first;
        }
        List<SecondLook> seen = new ArrayList<>();
        List<CertificateObservation> certificates = new ArrayList<>(first.certificates());
        for (Look look : due) {
            SmtpResult result = probe.look(target, look.tls(), look.serverName());
            seen.add(new SecondLook(look.purpose(), result.observation().outcome()));
            certificates.addAll(result.certificates());
        }
        return new SmtpResult(first.observation().lookedAtAgain(seen), certificates);
    }

    private List<Look> due(SmtpTarget target, SmtpResult first) {
        SmtpObservation seen = first.observation();
        List<Look> due = new ArrayList<>();
        if (seen.reusedFrom().isPresent()) {
            return due;
        }
        if (seen.outcome() instanceof SmtpOutcome.HandshakeFailed failed && maySpeakOldTls(failed)) {
            due.add(new Look(Purpose.OLD_TLS, OLD_TLS, target.sni()));
        }
        if (target.hasTlsa()) {
            otherKeys(first).ifPresent(keys -> due.add(new Look(Purpose.OTHER_KEY, keys, target.sni())));
        }
        if (seen.outcome() instanceof SmtpOutcome.TlsEstablished && isSample(crawl, target.host())) {
            due.add(new Look(Purpose.WITHOUT_SNI, tls, ""));
        }
        return due;
    }

    /// Not every server that finds nothing in common says so by an alert, as RFC 8446 §4.1.1 bids: some hang up.
    private static boolean maySpeakOldTls(SmtpOutcome.HandshakeFailed failed) {
        return switch (failed.cause()) {
            case HandshakeFailure.ALERT ->
                failed.alert().filter(NOTHING_IN_COMMON::contains).isPresent();
            case HandshakeFailure.PROTOCOL ->
                !failed.detail().equals("EXCESSIVE_MESSAGE_SIZE")
                        && !failed.detail().startsWith("not a TLS record");
            case HandshakeFailure.CLOSED, HandshakeFailure.RESET -> true;
            case HandshakeFailure.TIMED_OUT -> false;
        };
    }

    // RFC 7672 §8.2: a server may have certificates of several key types, and shows one by what the client offers.
    private static Optional<Handshaker> otherKeys(SmtpResult first) {
        if (first.certificates().isEmpty()) {
            return Optional.empty();
        }
        return switch (X509Facts.of(first.certificates().getFirst().der())
                .keyAlgorithm()
                .orElse("")) {
            case "RSA", "RSASSA-PSS" -> Optional.of(EC_KEYS);
            case "EC", "Ed25519", "Ed448" -> Optional.of(RSA_KEYS);
            default -> Optional.empty();
        };
    }

    static boolean isSample(String crawl, String host) {
        return Long.remainderUnsigned(Partitions.digest(crawl + " without SNI " + host), ONE_IN) == 0;
    }
}
