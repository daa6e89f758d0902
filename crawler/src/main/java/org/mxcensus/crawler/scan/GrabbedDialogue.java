package org.mxcensus.crawler.scan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mxcensus.crawler.smtp.Ehlo;
import org.mxcensus.crawler.smtp.Refusals;
import org.mxcensus.crawler.smtp.ReplyParser;
import org.mxcensus.crawler.tls.PeerText;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;

/// What zgrab2 heard at one address, told as our own probe would have told it.
///
/// zgrab2 goes on where our probe leaves, and leaves out what our probe asks. The first word that ends our dialogue
/// decides; where zgrab2 has not asked for that word, nothing is told. Replies may be cut off: it takes what had come
/// when
/// the server fell silent.
///
/// @param certificates as they were sent
record GrabbedDialogue(SmtpOutcome outcome, SmtpDialogue said, List<CertificateObservation> certificates) {

    /// With these a handshake that was begun had come about.
    private static final Set<String> AFTER_TLS = Set.of("success", "application-error", "post-tls-application-error");

    static GrabbedDialogue of(Grab.Module smtp) {
        Grab.@Nullable Result result = smtp.result();
        return result == null || isEmpty(result.banner())
                ? new GrabbedDialogue(GrabbedFailure.beforeGreeting(smtp), SmtpDialogue.SILENCE, List.of())
                : greeted(smtp, result);
    }

    private static GrabbedDialogue greeted(Grab.Module smtp, Grab.Result result) {
        Optional<SmtpReply> greeting = reply(result.banner());
        Optional<SmtpReply> ehlo = reply(result.ehlo());
        GrabbedTls tls = GrabbedTls.of(result.tls());
        Optional<Ehlo> told = ehlo.filter(SmtpReply::positive).map(Ehlo::of);
        SmtpDialogue said = new SmtpDialogue(
                greeting.map(SmtpReply::text).orElse(""),
                told.map(Ehlo::name).orElse(""),
                told.map(Ehlo::extensions).orElse(List.of()),
                "",
                List.of(),
                "");
        SmtpOutcome outcome = greeting.map(reply -> outcome(reply, smtp, result, tls))
                .orElseGet(() -> new SmtpOutcome.ProtocolError(
                        SmtpStage.GREETING,
                        ProtocolFailure.SYNTAX,
                        PeerText.excerpt(Objects.requireNonNullElse(result.banner(), ""))));
        return new GrabbedDialogue(
                outcome, said, outcome instanceof SmtpOutcome.TlsEstablished ? tls.certificates() : List.of());
    }

    private static SmtpOutcome outcome(SmtpReply greeting, Grab.Module smtp, Grab.Result result, GrabbedTls tls) {
        if (!greeting.positive()) {
            return Refusals.atGreeting(greeting);
        }
        return isEmpty(result.ehlo()) ? withoutEhlo(smtp, result, tls) : introduced(smtp, result, tls);
    }

    /// TLS that comes about needs no announcement; anything else may be for want of EHLO.
    private static SmtpOutcome withoutEhlo(Grab.Module smtp, Grab.Result result, GrabbedTls tls) {
        return reply(result.starttls()).filter(SmtpReply::positive).isPresent()
                ? handshake(smtp, tls)
                : untold(SmtpStage.EHLO, "EHLO was not sent", smtp);
    }

    private static SmtpOutcome introduced(Grab.Module smtp, Grab.Result result, GrabbedTls tls) {
        Optional<SmtpReply> reply = reply(result.ehlo());
        if (reply.isEmpty()) {
            return untold(SmtpStage.EHLO, "the reply to EHLO is cut off", smtp);
        }
        SmtpReply ehlo = reply.get();
        if (!ehlo.positive()) {
            // Our probe tries HELO then; and zgrab2's EHLO may have named nobody, or the server itself.
            return Refusals.helpsHelo(ehlo)
                    ? untold(SmtpStage.EHLO, "EHLO was refused: " + ehlo.code() + " " + ehlo.text(), smtp)
                    : Refusals.atEhlo(ehlo);
        }
        return Ehlo.of(ehlo).offers("STARTTLS") ? startTls(smtp, result, tls) : new SmtpOutcome.StartTlsNotOffered();
    }

    private static SmtpOutcome startTls(Grab.Module smtp, Grab.Result result, GrabbedTls tls) {
        if (isEmpty(result.starttls())) {
            return untold(SmtpStage.STARTTLS, "STARTTLS was not sent", smtp);
        }
        return reply(result.starttls())
                .map(reply -> reply.positive() ? handshake(smtp, tls) : Refusals.atStartTls(reply))
                .orElseGet(() -> untold(SmtpStage.STARTTLS, "the reply to STARTTLS is cut off", smtp));
    }

    private static SmtpOutcome handshake(Grab.Module smtp, GrabbedTls tls) {
        return tls.session()
                .filter(_ -> AFTER_TLS.contains(String.valueOf(smtp.status())))
                .<SmtpOutcome>map(SmtpOutcome.TlsEstablished::new)
                .orElseGet(() -> GrabbedFailure.ofHandshake(smtp, tls.alert()));
    }

    private static SmtpOutcome untold(SmtpStage stage, String detail, Grab.Module smtp) {
        @Nullable String error = smtp.error();
        return new SmtpOutcome.NotTold(stage, PeerText.excerpt(error == null ? detail : detail + " (" + error + ")"));
    }

    private static Optional<SmtpReply> reply(@Nullable String text) {
        return text == null ? Optional.empty() : ReplyParser.read(text);
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
