package org.mxcensus.lab.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.observation.TlsaOutcome;

/// Makes MX hosts with the faults that hosts have.
///
/// @param seenAt when they are seen
record Exchanges(Instant seenAt) {
    private static final List<String> EXTENSIONS = List.of("PIPELINING", "SIZE 52428800", "STARTTLS", "8BITMIME");
    private static final List<String> AFTER_TLS = List.of("PIPELINING", "SIZE 52428800", "8BITMIME");

    /// @param secure its addresses are signed
    /// @param deploys it publishes TLSA where it is signed
    /// @param shown what it shows
    Exchange make(String host, String registered, boolean secure, boolean deploys, Shown shown, Draw draw) {
        Security security = secure ? Security.SECURE : Security.INSECURE;
        List<String> v4 = IntStream.rangeClosed(0, draw.below(2))
                .mapToObj(_ -> ip4(draw))
                .distinct()
                .toList();
        Answer<List<String>> a =
                draw.chance(0.005) ? new Answer.Failed<>(DnsFailure.SERVFAIL) : new Answer.Found<>(v4, security, 300);
        Answer<List<String>> aaaa = draw.chance(0.35)
                ? new Answer.Found<>(List.of(ip6(draw)), security, 300)
                : new Answer.NoData<>(security);
        HostObservation seen = new HostObservation(
                host,
                seenAt,
                registered,
                a,
                aaaa,
                List.of(),
                tlsa(host, secure, deploys, shown, draw),
                List.of(),
                3,
                12);
        List<SmtpObservation> dialogues = new ArrayList<>();
        double trait = draw.share();
        for (String ip : addresses(a, aaaa)) {
            // Hosts are what they are on all addresses; now and then one address does not answer.
            dialogues.add(dialogue(host, ip, outcome(draw.chance(0.01) ? 0 : trait, shown)));
        }
        boolean tls = dialogues.stream().anyMatch(d -> d.outcome() instanceof SmtpOutcome.TlsEstablished);
        return new Exchange(seen, dialogues, tls ? shown.chain() : List.of());
    }

    private static List<String> addresses(Answer<List<String>> a, Answer<List<String>> aaaa) {
        List<String> all = new ArrayList<>();
        for (Answer<List<String>> answer : List.of(a, aaaa)) {
            if (answer instanceof Answer.Found<List<String>> found) {
                all.addAll(found.value());
            }
        }
        return all;
    }

    private static TlsaOutcome tlsa(String host, boolean secure, boolean deploys, Shown shown, Draw draw) {
        if (!secure) {
            return new TlsaOutcome.Absent(Security.INSECURE);
        }
        if (draw.chance(0.01)) {
            return new TlsaOutcome.Failed(host, DnsFailure.BOGUS, List.of());
        }
        return deploys
                ? new TlsaOutcome.Found(host, List.of(shown.tlsa(draw.chance(0.96))), 3600)
                : new TlsaOutcome.Absent(Security.SECURE);
    }

    private static SmtpOutcome outcome(double trait, Shown shown) {
        if (trait < 0.03) {
            return new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT);
        }
        if (trait < 0.04) {
            return new SmtpOutcome.Deferred(SmtpStage.GREETING, new SmtpReply(421, "try again later"));
        }
        if (trait < 0.045) {
            return new SmtpOutcome.Blocked(SmtpStage.GREETING, new SmtpReply(554, "no access"));
        }
        if (trait < 0.08) {
            return new SmtpOutcome.StartTlsNotOffered();
        }
        if (trait < 0.085) {
            return new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.of("handshake_failure"), "");
        }
        boolean modern = trait < 0.85;
        return new SmtpOutcome.TlsEstablished(new TlsSession(
                modern ? "TLSv1.3" : "TLSv1.2",
                modern ? "TLS_AES_256_GCM_SHA384" : "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                Optional.of("x25519"),
                Optional.empty(),
                shown.digests()));
    }

    private SmtpObservation dialogue(String host, String ip, SmtpOutcome outcome) {
        boolean spoke = !(outcome instanceof SmtpOutcome.NotConnected);
        boolean tls = outcome instanceof SmtpOutcome.TlsEstablished;
        SmtpDialogue said = spoke
                ? new SmtpDialogue(host + " ESMTP", host, EXTENSIONS, tls ? host : "", tls ? AFTER_TLS : List.of(), "")
                : SmtpDialogue.SILENCE;
        return SmtpObservation.first(host, ip, seenAt, host, outcome, said, 20, tls ? 30 : 0, 80);
    }

    // RFC 2544 and RFC 3849: addresses that nobody has.
    private static String ip4(Draw draw) {
        return "198.%d.%d.%d".formatted(18 + draw.below(2), draw.below(256), draw.below(256));
    }

    private static String ip6(Draw draw) {
        return "2001:db8:%x::%x".formatted(1 + draw.below(0xfffe), 1 + draw.below(0xfffe));
    }
}
