package org.mxcensus.crawler.smtp;

import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.tls.Connection;
import org.mxcensus.crawler.tls.Deadline;
import org.mxcensus.crawler.tls.Handshake;
import org.mxcensus.crawler.tls.Handshaker;
import org.mxcensus.crawler.tls.PeerText;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsSession;

/// One run of the dialogue over one connection. Each method is a stage and ends by calling the next.
final class Dialogue {

    private final Connection connection;
    private final Handshaker tls;
    private final SmtpConfig config;
    private final String sni;
    private final Deadline overall;
    private final Conversation conversation;

    private String banner = "";
    private Ehlo before = new Ehlo("", List.of());
    private Ehlo after = new Ehlo("", List.of());
    private String plaintext = "";
    private List<CertificateObservation> certificates = List.of();
    private long handshakeNanos;

    Dialogue(Connection connection, Handshaker tls, SmtpConfig config, String sni, Deadline overall) {
        this.connection = connection;
        this.tls = tls;
        this.config = config;
        this.sni = sni;
        this.overall = overall;
        this.conversation = new Conversation(connection, overall);
    }

    SmtpOutcome run() throws InterruptedException {
        return switch (conversation.reply(config.greeting())) {
            case Heard.Broken broken -> noGreeting(broken);
            case Heard.Said(SmtpReply reply) -> greeted(reply);
        };
    }

    private SmtpOutcome noGreeting(Heard.Broken broken) {
        return broken.silent() ? silence(broken) : broken(SmtpStage.GREETING, broken);
    }

    private static SmtpOutcome silence(Heard.Broken broken) {
        return switch (broken.cause()) {
            case CLOSED -> new SmtpOutcome.NotConnected(SmtpStage.GREETING, ConnectFailure.CLOSED);
            case RESET -> new SmtpOutcome.NotConnected(SmtpStage.GREETING, ConnectFailure.RESET);
            case TIMED_OUT -> new SmtpOutcome.NotConnected(SmtpStage.GREETING, ConnectFailure.TIMED_OUT);
            case SYNTAX, TOO_LONG -> broken(SmtpStage.GREETING, broken);
        };
    }

    private SmtpOutcome greeted(SmtpReply reply) throws InterruptedException {
        banner = reply.text();
        return reply.positive() ? introduce() : leaving(Refusals.atGreeting(reply));
    }

    private SmtpOutcome introduce() throws InterruptedException {
        return switch (conversation.command("EHLO " + config.ehloName(), config.ehlo())) {
            case Heard.Broken broken -> broken(SmtpStage.EHLO, broken);
            case Heard.Said(SmtpReply reply) -> ehloAnswered(reply);
        };
    }

    private SmtpOutcome ehloAnswered(SmtpReply reply) throws InterruptedException {
        if (Refusals.helpsHelo(reply)) {
            return introduceTheOldWay();
        }
        if (!reply.positive()) {
            return leaving(Refusals.atEhlo(reply));
        }
        before = Ehlo.of(reply);
        return before.offers("STARTTLS") ? askForTls() : leaving(new SmtpOutcome.StartTlsNotOffered());
    }

    // RFC 5321 §3.2: a server that knows no EHLO is greeted with HELO, and has no extensions.
    private SmtpOutcome introduceTheOldWay() throws InterruptedException {
        return switch (conversation.command("HELO " + config.ehloName(), config.ehlo())) {
            case Heard.Broken broken -> broken(SmtpStage.EHLO, broken);
            case Heard.Said(SmtpReply reply)
            when reply.positive() -> {
                before = new Ehlo(Ehlo.of(reply).name(), List.of());
                yield leaving(new SmtpOutcome.StartTlsNotOffered());
            }
            case Heard.Said(SmtpReply reply) -> leaving(Refusals.atEhlo(reply));
        };
    }

    private SmtpOutcome askForTls() throws InterruptedException {
        return switch (conversation.command("STARTTLS", config.startTls())) {
            case Heard.Broken broken -> broken(SmtpStage.STARTTLS, broken);
            case Heard.Said(SmtpReply reply) when reply.positive() -> handshake();
            case Heard.Said(SmtpReply reply) -> leaving(Refusals.atStartTls(reply));
        };
    }

    private SmtpOutcome handshake() throws InterruptedException {
        // RFC 3207 §6: what was said before TLS is forgotten. Bytes behind the 220 are plain text that somebody
        // wants to have taken for the protected kind; they never reach the TLS layer, nor the replies after it.
        plaintext = PeerText.excerpt(PeerText.of(conversation.takeUnread()));
        long begun = System.nanoTime();
        Handshake handshake = connection.startTls(tls, sni, overall.orIn(config.handshakeTimeout()));
        handshakeNanos = System.nanoTime() - begun;
        return switch (handshake) {
            case Handshake.Established(TlsSession session, List<CertificateObservation> sent) -> {
                certificates = sent;
                yield introduceAgain(session);
            }
            case Handshake.Failed(HandshakeFailure cause, Optional<String> alert, String detail) ->
                new SmtpOutcome.HandshakeFailed(cause, alert, detail);
        };
    }

    // RFC 3207 §4.2: the client should say EHLO again. Whatever comes of it, a TLS session did come about and its
    // certificates are evidence that must not be lost to a clumsy goodbye.
    private SmtpOutcome introduceAgain(TlsSession session) throws InterruptedException {
        SmtpOutcome established = new SmtpOutcome.TlsEstablished(session);
        return switch (conversation.command("EHLO " + config.ehloName(), config.ehlo())) {
            case Heard.Broken broken -> established;
            case Heard.Said(SmtpReply reply) -> {
                if (reply.positive()) {
                    after = Ehlo.of(reply);
                }
                yield leaving(established);
            }
        };
    }

    private SmtpOutcome leaving(SmtpOutcome outcome) throws InterruptedException {
        conversation.quit(config.quit());
        return outcome;
    }

    private static SmtpOutcome broken(SmtpStage stage, Heard.Broken broken) {
        return new SmtpOutcome.ProtocolError(stage, broken.cause(), broken.detail());
    }

    SmtpDialogue said() {
        return new SmtpDialogue(
                banner, before.name(), before.extensions(), after.name(), after.extensions(), plaintext);
    }

    List<CertificateObservation> certificates() {
        return certificates;
    }

    long handshakeNanos() {
        return handshakeNanos;
    }
}
