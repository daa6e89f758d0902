package org.mxcensus.lab.world;

import java.util.Locale;

/// The alerts of TLS (RFC 8446 §6), by their names there: what the server says about what it met.
public enum Alert implements Fixture {
    CLOSE_NOTIFY(0, "The end of the session."),
    USER_CANCELED(90, "The handshake is given up for a reason that is none of TLS's."),
    UNEXPECTED_MESSAGE(10, "A message that was not due."),
    BAD_RECORD_MAC(20, "A record that cannot be deprotected."),
    RECORD_OVERFLOW(22, "A record that is too long."),
    HANDSHAKE_FAILURE(40, "No acceptable set of parameters."),
    BAD_CERTIFICATE(42, "A corrupt certificate."),
    UNSUPPORTED_CERTIFICATE(43, "A certificate of an unsupported type."),
    CERTIFICATE_REVOKED(44, "A revoked certificate."),
    CERTIFICATE_EXPIRED(45, "A certificate that is not valid now."),
    CERTIFICATE_UNKNOWN(46, "A certificate that is unacceptable for some other reason."),
    ILLEGAL_PARAMETER(47, "A field that is incorrect or inconsistent."),
    UNKNOWN_CA(48, "A chain that leads to no trusted CA."),
    ACCESS_DENIED(49, "A valid certificate whose holder is not let in."),
    DECODE_ERROR(50, "A message that cannot be decoded."),
    DECRYPT_ERROR(51, "A cryptographic operation of the handshake that failed."),
    PROTOCOL_VERSION(70, "A version that is recognized and not supported."),
    INSUFFICIENT_SECURITY(71, "Parameters that are not secure enough for the server."),
    INTERNAL_ERROR(80, "An error that has nothing to do with the peer."),
    INAPPROPRIATE_FALLBACK(86, "A retry with a lower version than need be (RFC 7507)."),
    MISSING_EXTENSION(109, "A handshake message without a mandatory extension."),
    UNSUPPORTED_EXTENSION(110, "An extension that is prohibited in its message."),
    UNRECOGNIZED_NAME(112, "No server of the name in the server_name extension (RFC 6066)."),
    BAD_CERTIFICATE_STATUS_RESPONSE(113, "An OCSP response that is invalid or unacceptable (RFC 6066)."),
    UNKNOWN_PSK_IDENTITY(115, "No acceptable PSK identity."),
    CERTIFICATE_REQUIRED(116, "A client certificate that is desired and was not given."),
    NO_APPLICATION_PROTOCOL(120, "No application protocol in common (RFC 7301).");

    private static final int WARNING = 1;
    private static final int FATAL = 2;

    private final int code;
    private final String description;

    Alert(int code, String description) {
        this.code = code;
        this.description = description;
    }

    /// As RFC 8446 writes it.
    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String describe() {
        return description;
    }

    /// Whether it ends the connection by an error (RFC 8446 §6.2), and not in an orderly way (§6.1).
    public boolean isError() {
        return this != CLOSE_NOTIFY && this != USER_CANCELED;
    }

    /// The record on the wire: content type alert, version 3.3, two octets, level and description.
    public byte[] octets() {
        return new byte[] {21, 3, 3, 0, 2, (byte) (isError() ? FATAL : WARNING), (byte) code};
    }
}
