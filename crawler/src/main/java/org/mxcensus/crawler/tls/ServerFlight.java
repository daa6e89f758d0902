package org.mxcensus.crawler.tls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the scheme of the server's signature in what the server sent during the handshake. No library tells it.
final class ServerFlight {

    // Content types (RFC 8446 §5.1) and handshake types (§4, RFC 5246 §7.4).
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int SERVER_KEY_EXCHANGE = 12;
    private static final int CERTIFICATE_VERIFY = 15;
    private static final int HEADER = 5;

    private ServerFlight() {}

    /// @param bytes all that came since the ClientHello
    /// @param version as Java calls it
    /// @param cipher the suite's IANA name
    /// @param secret the server's handshake traffic secret (RFC 8446 §7.1), where TLS 1.3 has told it
    /// @return empty where nothing was signed, or where the version knows no schemes
    static Optional<String> scheme(byte[] bytes, String version, String cipher, byte @Nullable [] secret) {
        try {
            return switch (version) {
                case "TLSv1.2" -> body(plain(bytes), SERVER_KEY_EXCHANGE).flatMap(body -> ofKeyExchange(body, cipher));
                case "TLSv1.3" -> secret == null ? Optional.empty() : ofProof(bytes, cipher, secret);
                // Before TLS 1.2 the key's type alone decided (RFC 4346 §7.4.3).
                default -> Optional.empty();
            };
        } catch (BufferUnderflowException | GeneralSecurityException e) {
            // What the library understood was not understood here: then it is not known.
            return Optional.empty();
        }
    }

    // RFC 5246 §7.4.3, RFC 8422 §5.4: the parameters, then the scheme, then the signature.
    private static Optional<String> ofKeyExchange(ByteBuffer body, String cipher) {
        if (cipher.startsWith("TLS_ECDHE_")) {
            skip(body, 3);
            skip(body, body.get() & 0xff);
        } else if (cipher.startsWith("TLS_DHE_")) {
            for (int parameter = 0; parameter < 3; parameter++) {
                skip(body, body.getShort() & 0xffff);
            }
        } else {
            return Optional.empty();
        }
        return Optional.of(SignatureSchemes.name(body.getShort() & 0xffff));
    }

    // RFC 8446 §4.4.3.
    private static Optional<String> ofProof(byte[] bytes, String cipher, byte[] secret)
            throws GeneralSecurityException {
        ServerRecords records = new ServerRecords(cipher, secret);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        ByteBuffer messages = ByteBuffer.allocate(bytes.length);
        while (in.remaining() >= HEADER) {
            int type = in.get(in.position()) & 0xff;
            int length = in.getShort(in.position() + 3) & 0xffff;
            if (in.remaining() < HEADER + length) {
                break;
            }
            if (type == APPLICATION_DATA) {
                records.open(bytes, in.position(), length, messages);
                Optional<ByteBuffer> proof = body(messages.duplicate().flip(), CERTIFICATE_VERIFY);
                if (proof.isPresent()) {
                    return Optional.of(SignatureSchemes.name(proof.get().getShort() & 0xffff));
                }
            }
            skip(in, HEADER + length);
        }
        return Optional.empty();
    }

    /// The handshake messages that came in plain text, without their records.
    private static ByteBuffer plain(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        ByteBuffer messages = ByteBuffer.allocate(bytes.length);
        while (in.remaining() >= HEADER) {
            int type = in.get(in.position()) & 0xff;
            int length = in.getShort(in.position() + 3) & 0xffff;
            if (type == CHANGE_CIPHER_SPEC || in.remaining() < HEADER + length) {
                break;
            }
            if (type == HANDSHAKE) {
                messages.put(bytes, in.position() + HEADER, length);
            }
            skip(in, HEADER + length);
        }
        return messages.flip();
    }

    private static Optional<ByteBuffer> body(ByteBuffer messages, int wanted) {
        while (messages.remaining() >= 4) {
            int type = messages.get() & 0xff;
            int length = (messages.get() & 0xff) << 16 | (messages.getShort() & 0xffff);
            if (messages.remaining() < length) {
                break;
            }
            if (type == wanted) {
                return Optional.of(messages.slice(messages.position(), length));
            }
            skip(messages, length);
        }
        return Optional.empty();
    }

    private static void skip(ByteBuffer buffer, int bytes) {
        if (bytes > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        buffer.position(buffer.position() + bytes);
    }
}
