package org.mxcensus.datasets.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsSession;

/// How an [SmtpOutcome] is spread over columns, those of table `smtp` and those of a second look in it.
record OutcomeCells(
        SmtpStatus outcome,
        @Nullable SmtpStage stage,
        @Nullable String cause,
        @Nullable String alert,
        @Nullable String detail,
        @Nullable Integer replyCode,
        @Nullable String reply,
        SmtpRow.@Nullable Tls tls,
        List<String> chain) {

    private static OutcomeCells status(SmtpStatus outcome) {
        return broke(outcome, null, null, null);
    }

    private static OutcomeCells replied(SmtpStatus outcome, SmtpStage stage, SmtpReply reply) {
        return new OutcomeCells(outcome, stage, null, null, null, reply.code(), reply.text(), null, List.of());
    }

    private static OutcomeCells broke(
            SmtpStatus outcome, @Nullable SmtpStage stage, @Nullable Enum<?> cause, @Nullable String detail) {
        return new OutcomeCells(
                outcome, stage, cause == null ? null : cause.name(), null, detail, null, null, null, List.of());
    }

    private static OutcomeCells failed(SmtpOutcome.HandshakeFailed o) {
        return new OutcomeCells(
                SmtpStatus.HANDSHAKE_FAILED,
                SmtpStage.HANDSHAKE,
                o.cause().name(),
                o.alert().orElse(null),
                o.detail(),
                null,
                null,
                null,
                List.of());
    }

    private static OutcomeCells established(TlsSession session) {
        SmtpRow.Tls tls = new SmtpRow.Tls(
                session.version(),
                session.cipher(),
                session.group().orElse(null),
                session.signature().orElse(null));
        return new OutcomeCells(SmtpStatus.TLS_ESTABLISHED, null, null, null, null, null, null, tls, session.chain());
    }

    static OutcomeCells of(SmtpOutcome outcome) {
        return switch (outcome) {
            case SmtpOutcome.NotConnected o -> broke(SmtpStatus.NOT_CONNECTED, o.stage(), o.cause(), null);
            case SmtpOutcome.Deferred o -> replied(SmtpStatus.DEFERRED, o.stage(), o.reply());
            case SmtpOutcome.Blocked o -> replied(SmtpStatus.BLOCKED, o.stage(), o.reply());
            case SmtpOutcome.NoService o -> replied(SmtpStatus.NO_SERVICE, SmtpStage.GREETING, o.reply());
            case SmtpOutcome.EhloRejected o -> replied(SmtpStatus.EHLO_REJECTED, SmtpStage.EHLO, o.reply());
            case SmtpOutcome.StartTlsNotOffered _ -> status(SmtpStatus.STARTTLS_NOT_OFFERED);
            case SmtpOutcome.StartTlsRefused o -> replied(SmtpStatus.STARTTLS_REFUSED, SmtpStage.STARTTLS, o.reply());
            case SmtpOutcome.HandshakeFailed o -> failed(o);
            case SmtpOutcome.TlsEstablished o -> established(o.session());
            case SmtpOutcome.ProtocolError o -> broke(SmtpStatus.PROTOCOL_ERROR, o.stage(), o.cause(), o.detail());
            case SmtpOutcome.NotAttempted o -> broke(SmtpStatus.NOT_ATTEMPTED, null, o.reason(), null);
            case SmtpOutcome.NotTold o -> broke(SmtpStatus.NOT_TOLD, o.stage(), null, o.detail());
            case SmtpOutcome.InternalError o -> broke(SmtpStatus.INTERNAL_ERROR, null, null, o.detail());
        };
    }

    SmtpOutcome toOutcome() {
        return switch (outcome) {
            case NOT_CONNECTED -> new SmtpOutcome.NotConnected(someStage(), ConnectFailure.valueOf(someCause()));
            case DEFERRED -> new SmtpOutcome.Deferred(someStage(), someReply());
            case BLOCKED -> new SmtpOutcome.Blocked(someStage(), someReply());
            case NO_SERVICE -> new SmtpOutcome.NoService(someReply());
            case EHLO_REJECTED -> new SmtpOutcome.EhloRejected(someReply());
            case STARTTLS_NOT_OFFERED -> new SmtpOutcome.StartTlsNotOffered();
            case STARTTLS_REFUSED -> new SmtpOutcome.StartTlsRefused(someReply());
            case HANDSHAKE_FAILED ->
                new SmtpOutcome.HandshakeFailed(
                        HandshakeFailure.valueOf(someCause()), Optional.ofNullable(alert), someDetail());
            case TLS_ESTABLISHED -> new SmtpOutcome.TlsEstablished(session());
            case PROTOCOL_ERROR ->
                new SmtpOutcome.ProtocolError(someStage(), ProtocolFailure.valueOf(someCause()), someDetail());
            case NOT_ATTEMPTED -> new SmtpOutcome.NotAttempted(Abstention.valueOf(someCause()));
            case NOT_TOLD -> new SmtpOutcome.NotTold(someStage(), someDetail());
            case INTERNAL_ERROR -> new SmtpOutcome.InternalError(someDetail());
        };
    }

    private TlsSession session() {
        SmtpRow.Tls some = Objects.requireNonNull(tls, "tls");
        return new TlsSession(
                some.version(),
                some.cipher(),
                Optional.ofNullable(some.group()),
                Optional.ofNullable(some.signature()),
                chain);
    }

    private SmtpStage someStage() {
        return Objects.requireNonNull(stage, "stage");
    }

    private String someCause() {
        return Objects.requireNonNull(cause, "cause");
    }

    private String someDetail() {
        return Objects.requireNonNull(detail, "detail");
    }

    private SmtpReply someReply() {
        return new SmtpReply(Objects.requireNonNull(replyCode, "reply_code"), Objects.requireNonNull(reply, "reply"));
    }
}
