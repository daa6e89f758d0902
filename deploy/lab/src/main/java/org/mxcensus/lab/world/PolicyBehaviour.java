package org.mxcensus.lab.world;

/// How a policy host meets a client that asks for an MTA-STS policy.
public enum PolicyBehaviour implements Fixture {
    OK("Serves the policy as text/plain under a valid certificate."),
    WRONG_CERTIFICATE("Shows a certificate for another name."),
    EXPIRED_CERTIFICATE("Shows a certificate that expired long ago."),
    SELF_SIGNED("Shows a certificate signed by its own key."),
    UNKNOWN_CA("Shows a certificate of a CA that nobody knows."),
    NO_CHAIN("Shows a valid certificate without the intermediate that issued it."),
    NO_SAN("Shows a certificate with the right common name and no alternative names."),
    HANDSHAKE_FAILED("Ends the handshake with an alert."),
    NOT_HTTP("Completes the handshake, then speaks, but not HTTP."),
    NOT_FOUND("Answers 404."),
    REDIRECT("Answers 301 to another address, which a client must not follow."),
    SERVER_ERROR("Answers 500."),
    BAD_SYNTAX("Serves a text that is no policy (the world's own, or a web page)."),
    WRONG_MEDIA_TYPE("Serves the policy as text/html."),
    OVERSIZED("Serves the policy followed by more than 64 KiB of padding."),
    NO_ADDRESS("The policy host's name has no address."),
    REFUSED("Nobody listens: the connection is refused."),
    SILENT("Accepts the connection and never speaks.");

    private final String description;

    PolicyBehaviour(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }

    /// The certificate that the policy host shows.
    public CertificateKind certificate() {
        return switch (this) {
            case WRONG_CERTIFICATE -> CertificateKind.WRONG_NAME;
            case EXPIRED_CERTIFICATE -> CertificateKind.EXPIRED;
            case SELF_SIGNED -> CertificateKind.SELF_SIGNED;
            case UNKNOWN_CA -> CertificateKind.UNKNOWN_CA;
            case NO_CHAIN -> CertificateKind.CA_SIGNED_NO_CHAIN;
            case NO_SAN -> CertificateKind.NO_SAN;
            case OK,
                    HANDSHAKE_FAILED,
                    NOT_HTTP,
                    NOT_FOUND,
                    REDIRECT,
                    SERVER_ERROR,
                    BAD_SYNTAX,
                    WRONG_MEDIA_TYPE,
                    OVERSIZED,
                    NO_ADDRESS,
                    REFUSED,
                    SILENT -> CertificateKind.CA_SIGNED;
        };
    }
}
