package org.mxcensus.crawler.tls;

import io.netty.handler.ssl.ReferenceCountedOpenSslContext;
import io.netty.internal.tcnative.SSLContext;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The servers' handshake traffic secrets of the sessions that are coming about (RFC 8446 §7.1), as BoringSSL tells
/// them in the form of RFC 9850. They open the handshake, in which everything is public, and nothing after it.
final class HandshakeSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(HandshakeSecrets.class);
    private static final byte[] LABEL = "SERVER_HANDSHAKE_TRAFFIC_SECRET ".getBytes(StandardCharsets.US_ASCII);

    private final Map<Long, byte[]> lines = new ConcurrentHashMap<>();

    /// Listens to all sessions of a context from now on.
    void listen(ReferenceCountedOpenSslContext context) {
        try {
            // Netty has no door to the library's own context: what it gives away is the context beneath that.
            Field pointer = ReferenceCountedOpenSslContext.class.getDeclaredField("ctx");
            pointer.setAccessible(true);
            SSLContext.setKeyLogCallback(pointer.getLong(context), this::note);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            LOG.warn(
                    "The signature schemes of TLS 1.3 stay unknown: BoringSSL's key log cannot be reached ({}).",
                    e.toString());
        }
    }

    private void note(long session, byte[] line) {
        if (startsWithLabel(line)) {
            lines.put(session, line);
        }
    }

    private static boolean startsWithLabel(byte[] line) {
        return line.length > LABEL.length && Arrays.equals(line, 0, LABEL.length, LABEL, 0, LABEL.length);
    }

    /// Gives the secret of a session away, and forgets it.
    ///
    /// @return null where none was told: before TLS 1.3, and where the handshake did not come that far
    byte @Nullable [] take(long session) {
        byte[] line = lines.remove(session);
        if (line == null) {
            return null;
        }
        String text = new String(line, StandardCharsets.US_ASCII).stripTrailing();
        return HexFormat.of().parseHex(text, text.lastIndexOf(' ') + 1, text.length());
    }

    /// @return how many are kept; none once all handshakes are over
    int kept() {
        return lines.size();
    }
}
