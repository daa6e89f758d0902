package org.mxcensus.lab.world;

/// How a policy host meets a client that asks for an MTA-STS policy.
public enum PolicyBehaviour implements Fixture {
    OK("ok", "Serves the policy as text/plain under a valid certificate."),
    WRONG_CERTIFICATE("wrong-certificate", "Shows a certificate for another name."),
    EXPIRED_CERTIFICATE("expired-certificate", "Shows a certificate that expired long ago."),
    SELF_SIGNED("self-signed", "Shows a certificate signed by its own key."),
    NOT_FOUND("not-found", "Answers 404."),
    REDIRECT("redirect", "Answers 301 to another address, which a client must not follow."),
    SERVER_ERROR("server-error", "Answers 500."),
    BAD_SYNTAX("bad-syntax", "Serves a text that is no policy (the world's own, or a web page)."),
    WRONG_MEDIA_TYPE("wrong-media-type", "Serves the policy as text/html."),
    OVERSIZED("oversized", "Serves the policy followed by more than 64 KiB of padding."),
    NO_ADDRESS("no-address", "The policy host's name has no address."),
    REFUSED("refused", "Nobody listens: the connection is refused."),
    SILENT("silent", "Accepts the connection and never speaks.");

    private final String id;
    private final String description;

    PolicyBehaviour(String id, String description) {
        this.id = id;
        this.description = description;
    }

    @Override
    public String id() {
        return id;
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
            case OK,
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
