package org.mxcensus.crawler.scan;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.mxcensus.crawler.tls.Alerts;
import org.mxcensus.crawler.tls.PeerText;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;

/// What became of a scan that broke off. zgrab2's status calls most of that a time-out (`status.go`), so what Go says
/// of
/// the error tells; where it says nothing that is known here, nothing is told.
final class GrabbedFailure {
    private GrabbedFailure() {}

    static SmtpOutcome beforeGreeting(Grab.Module smtp) {
        String error = error(smtp);
        Optional<ConnectFailure> cause = connect(error);
        if (cause.isPresent() && error.contains("dial")) {
            return new SmtpOutcome.NotConnected(SmtpStage.CONNECT, cause.get());
        }
        // Without these words it may be QUIT that was not answered: older versions then forget all that was said.
        if (cause.isPresent() && error.contains("could not read response")) {
            return new SmtpOutcome.NotConnected(SmtpStage.GREETING, cause.get());
        }
        boolean connected = String.valueOf(smtp.status()).equals("protocol-error") || error.contains("read");
        return new SmtpOutcome.NotTold(
                connected ? SmtpStage.GREETING : SmtpStage.CONNECT,
                PeerText.excerpt(smtp.status() + (error.isEmpty() ? "" : ": " + error)));
    }

    private static Optional<ConnectFailure> connect(String error) {
        if (error.contains("refused")) {
            return Optional.of(ConnectFailure.REFUSED);
        }
        if (error.contains("unreachable") || error.contains("no route to host")) {
            return Optional.of(ConnectFailure.UNREACHABLE);
        }
        if (isReset(error)) {
            return Optional.of(ConnectFailure.RESET);
        }
        return isTimeOut(error)
                ? Optional.of(ConnectFailure.TIMED_OUT)
                : Optional.of(ConnectFailure.CLOSED).filter(_ -> isClosed(error));
    }

    /// @param alert the number of the alert that was received
    static SmtpOutcome ofHandshake(Grab.Module smtp, Optional<Integer> alert) {
        String error = error(smtp);
        if (alert.isPresent()) {
            return failed(HandshakeFailure.ALERT, alert.map(Alerts::name), "");
        }
        if (isReset(error)) {
            return failed(HandshakeFailure.RESET, Optional.empty(), "");
        }
        if (isTimeOut(error)) {
            return failed(HandshakeFailure.TIMED_OUT, Optional.empty(), "");
        }
        if (isClosed(error)) {
            return failed(HandshakeFailure.CLOSED, Optional.empty(), "");
        }
        if (error.contains("does not look like a tls handshake")) {
            return failed(HandshakeFailure.PROTOCOL, Optional.empty(), PeerText.excerpt(error));
        }
        return new SmtpOutcome.NotTold(
                SmtpStage.HANDSHAKE,
                PeerText.excerpt("its client gave up: " + smtp.status() + (error.isEmpty() ? "" : ", " + error)));
    }

    private static SmtpOutcome failed(HandshakeFailure cause, Optional<String> alert, String detail) {
        return new SmtpOutcome.HandshakeFailed(cause, alert, detail);
    }

    private static boolean isReset(String error) {
        return error.contains("connection reset");
    }

    private static boolean isTimeOut(String error) {
        return error.contains("timeout") || error.contains("timed out") || error.contains("deadline exceeded");
    }

    private static boolean isClosed(String error) {
        return error.endsWith("eof");
    }

    private static String error(Grab.Module smtp) {
        return Objects.requireNonNullElse(smtp.error(), "").toLowerCase(Locale.ROOT);
    }
}
