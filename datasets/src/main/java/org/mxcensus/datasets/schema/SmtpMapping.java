package org.mxcensus.datasets.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsSession;

/// Table `smtp`: how an [SmtpObservation] is spread over the columns of an [SmtpRow].
public final class SmtpMapping {

    private SmtpMapping() {}

    public static SmtpRow toRow(SmtpObservation seen) {
        Cells cells = cells(seen.outcome());
        SmtpDialogue said = seen.dialogue();
        return new SmtpRow(
                seen.host(),
                seen.ip(),
                seen.observedAt(),
                cells.outcome,
                cells.stage,
                cells.cause,
                cells.detail,
                cells.reply == null ? null : cells.reply.code(),
                cells.reply == null ? null : cells.reply.text(),
                said.banner(),
                said.ehloName(),
                said.extensions(),
                said.extensionsAfterTls(),
                seen.sni(),
                cells.session == null ? null : tls(cells.session),
                cells.session == null ? List.of() : cells.session.chain(),
                seen.attempt(),
                seen.notBefore().orElse(null),
                seen.reusedFrom().orElse(null),
                seen.reuseAgreed().orElse(null),
                seen.connectMs(),
                seen.handshakeMs(),
                seen.elapsedMs());
    }

    public static SmtpObservation toObservation(SmtpRow row) {
        return new SmtpObservation(
                row.host(),
                row.ip(),
                row.observedAt(),
                row.sni(),
                outcome(row),
                new SmtpDialogue(row.banner(), row.ehloName(), row.extensions(), row.extensionsAfterTls()),
                row.attempt(),
                Optional.ofNullable(row.notBefore()),
                Optional.ofNullable(row.reusedFrom()),
                Optional.ofNullable(row.reuseAgreed()),
                row.connectMs(),
                row.handshakeMs(),
                row.elapsedMs());
    }

    private record Cells(
            SmtpStatus outcome,
            @Nullable SmtpStage stage,
            @Nullable String cause,
            @Nullable String detail,
            @Nullable SmtpReply reply,
            @Nullable TlsSession session) {

        static Cells of(SmtpStatus outcome) {
            return new Cells(outcome, null, null, null, null, null);
        }

        static Cells replied(SmtpStatus outcome, SmtpStage stage, SmtpReply reply) {
            return new Cells(outcome, stage, null, null, reply, null);
        }

        static Cells broke(SmtpStatus outcome, @Nullable SmtpStage stage, String cause, @Nullable String detail) {
            return new Cells(outcome, stage, cause, detail, null, null);
        }
    }

    private static Cells cells(SmtpOutcome outcome) {
        return switch (outcome) {
            case SmtpOutcome.NotConnected o ->
                Cells.broke(SmtpStatus.NOT_CONNECTED, o.stage(), o.cause().name(), null);
            case SmtpOutcome.Deferred o -> Cells.replied(SmtpStatus.DEFERRED, o.stage(), o.reply());
            case SmtpOutcome.Blocked o -> Cells.replied(SmtpStatus.BLOCKED, o.stage(), o.reply());
            case SmtpOutcome.NoService o -> Cells.replied(SmtpStatus.NO_SERVICE, SmtpStage.GREETING, o.reply());
            case SmtpOutcome.EhloRejected o -> Cells.replied(SmtpStatus.EHLO_REJECTED, SmtpStage.EHLO, o.reply());
            case SmtpOutcome.StartTlsNotOffered o -> Cells.of(SmtpStatus.STARTTLS_NOT_OFFERED);
            case SmtpOutcome.StartTlsRefused o ->
                Cells.replied(SmtpStatus.STARTTLS_REFUSED, SmtpStage.STARTTLS, o.reply());
            case SmtpOutcome.HandshakeFailed o ->
                Cells.broke(
                        SmtpStatus.HANDSHAKE_FAILED,
                        SmtpStage.HANDSHAKE,
                        o.cause().name(),
                        o.detail());
            case SmtpOutcome.TlsEstablished o ->
                new Cells(SmtpStatus.TLS_ESTABLISHED, null, null, null, null, o.session());
            case SmtpOutcome.ProtocolError o ->
                Cells.broke(SmtpStatus.PROTOCOL_ERROR, o.stage(), o.cause().name(), o.detail());
            case SmtpOutcome.NotAttempted o ->
                Cells.broke(SmtpStatus.NOT_ATTEMPTED, null, o.reason().name(), null);
            case SmtpOutcome.InternalError o ->
                new Cells(SmtpStatus.INTERNAL_ERROR, null, null, o.detail(), null, null);
        };
    }

    private static SmtpOutcome outcome(SmtpRow row) {
        return switch (row.outcome()) {
            case NOT_CONNECTED -> new SmtpOutcome.NotConnected(stage(row), ConnectFailure.valueOf(cause(row)));
            case DEFERRED -> new SmtpOutcome.Deferred(stage(row), reply(row));
            case BLOCKED -> new SmtpOutcome.Blocked(stage(row), reply(row));
            case NO_SERVICE -> new SmtpOutcome.NoService(reply(row));
            case EHLO_REJECTED -> new SmtpOutcome.EhloRejected(reply(row));
            case STARTTLS_NOT_OFFERED -> new SmtpOutcome.StartTlsNotOffered();
            case STARTTLS_REFUSED -> new SmtpOutcome.StartTlsRefused(reply(row));
            case HANDSHAKE_FAILED -> new SmtpOutcome.HandshakeFailed(HandshakeFailure.valueOf(cause(row)), detail(row));
            case TLS_ESTABLISHED -> new SmtpOutcome.TlsEstablished(session(row));
            case PROTOCOL_ERROR ->
                new SmtpOutcome.ProtocolError(stage(row), ProtocolFailure.valueOf(cause(row)), detail(row));
            case NOT_ATTEMPTED -> new SmtpOutcome.NotAttempted(Abstention.valueOf(cause(row)));
            case INTERNAL_ERROR -> new SmtpOutcome.InternalError(detail(row));
        };
    }

    private static SmtpRow.Tls tls(TlsSession session) {
        return new SmtpRow.Tls(
                session.version(),
                session.cipher(),
                session.group().orElse(null),
                session.signature().orElse(null));
    }

    private static TlsSession session(SmtpRow row) {
        SmtpRow.Tls tls = Objects.requireNonNull(row.tls(), "tls");
        return new TlsSession(
                tls.version(),
                tls.cipher(),
                Optional.ofNullable(tls.group()),
                Optional.ofNullable(tls.signature()),
                row.chain());
    }

    private static SmtpStage stage(SmtpRow row) {
        return Objects.requireNonNull(row.stage(), "stage");
    }

    private static String cause(SmtpRow row) {
        return Objects.requireNonNull(row.cause(), "cause");
    }

    private static String detail(SmtpRow row) {
        return Objects.requireNonNull(row.detail(), "detail");
    }

    private static SmtpReply reply(SmtpRow row) {
        return new SmtpReply(
                Objects.requireNonNull(row.replyCode(), "reply_code"), Objects.requireNonNull(row.reply(), "reply"));
    }
}
