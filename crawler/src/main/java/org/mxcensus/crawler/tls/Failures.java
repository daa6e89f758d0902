package org.mxcensus.crawler.tls;

import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.unix.Errors;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;

/// Tells from an exception what the network did.
final class Failures {

    /// What BoringSSL says of a server that takes its leave in the middle of a handshake (RFC 8446 §6.1).
    private static final String CLOSE_NOTIFY = ":SSL_HANDSHAKE_FAILURE";

    private static final Pattern NO_IPV6 =
            Pattern.compile("Cannot assign requested address|Address family not supported|Protocol family unavailable");

    private Failures() {}

    /// @return empty where the network had no part in it: a bug, or this machine ran out of something
    static Optional<ConnectFailure> connecting(Throwable failure, InetAddress address) {
        String message = message(failure);
        if (address instanceof Inet6Address && NO_IPV6.matcher(message).find()) {
            // A machine without IPv6 knows no way to there, as one that is cut off.
            return Optional.of(ConnectFailure.UNREACHABLE);
        }
        if (failure instanceof ConnectTimeoutException || message.contains("timed out")) {
            return Optional.of(ConnectFailure.TIMED_OUT);
        }
        if (failure instanceof NoRouteToHostException
                || message.contains("unreachable")
                || message.contains("No route to host")) {
            return Optional.of(ConnectFailure.UNREACHABLE);
        }
        if (failure instanceof ConnectException && message.contains("refused")) {
            return Optional.of(ConnectFailure.REFUSED);
        }
        return Optional.empty();
    }

    /// Whether the peer reset the connection, however deep a layer above has wrapped that up.
    static boolean reset(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(Failures::isReset);
    }

    private static boolean isReset(Throwable failure) {
        if (failure instanceof Errors.NativeIoException e && e.expectedErr() == Errors.ERRNO_ECONNRESET_NEGATIVE) {
            return true;
        }
        // NIO has nothing but the message; a broken pipe is a reset that a write met first.
        String message = message(failure);
        return failure instanceof IOException
                && (message.contains("onnection reset") || message.contains("roken pipe"));
    }

    static Handshake.Failed handshake(Throwable failure) {
        if (reset(failure)) {
            return Handshake.Failed.by(HandshakeFailure.RESET);
        }
        String message = message(failure);
        Optional<String> alert = Alerts.in(message);
        if (alert.isPresent()) {
            return Handshake.Failed.byAlert(alert.get());
        }
        if (failure instanceof ClosedChannelException
                || message.contains("Connection closed while")
                || message.endsWith(CLOSE_NOTIFY)) {
            return Handshake.Failed.by(HandshakeFailure.CLOSED);
        }
        return new Handshake.Failed(HandshakeFailure.PROTOCOL, Optional.empty(), detail(failure));
    }

    /// What the library said, without its own place names.
    static String detail(Throwable failure) {
        Throwable cause = failure.getCause() instanceof SSLException inner ? inner : failure;
        String message = message(cause);
        if (message.startsWith("error:")) {
            message = message.substring(message.lastIndexOf(':') + 1);
        }
        if (cause instanceof NotSslRecordException) {
            message = "not a TLS record: " + message.substring(message.lastIndexOf(' ') + 1);
        }
        return PeerText.excerpt(message);
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
