package org.mxcensus.lab.world;

/// How a mail server meets a client.
public enum SmtpBehaviour implements Fixture {
    STARTTLS("starttls", "A polite server that offers STARTTLS and completes the handshake."),
    PLAIN("plain", "A polite server without STARTTLS."),
    STARTTLS_REFUSED_TEMPORARY("starttls-refused-temporary", "Offers STARTTLS, then answers 454 to it."),
    STARTTLS_REFUSED("starttls-refused", "Offers STARTTLS, then answers 502 to it."),
    HANDSHAKE_FAILED("handshake-failed", "Agrees to STARTTLS, then sends a fatal handshake_failure alert."),
    HANDSHAKE_GARBAGE("handshake-garbage", "Agrees to STARTTLS, then sends bytes that are not TLS."),
    HANDSHAKE_CLOSED("handshake-closed", "Agrees to STARTTLS, then closes the connection."),
    HANDSHAKE_SILENT("handshake-silent", "Agrees to STARTTLS, then says nothing more."),
    DEFERRED("deferred", "421 in place of a greeting, then closes."),
    DEFERRED_EHLO("deferred-ehlo", "Greets, then answers 451 to EHLO and HELO."),
    GREYLIST(
            "greylist",
            "Greets; answers 451 to EHLO and HELO on a client's first connection to the address, then is as starttls."),
    BLOCKED("blocked", "554 in place of a greeting."),
    NO_SERVICE("no-service", "521 in place of a greeting: the host accepts no mail."),
    EHLO_REJECTED("ehlo-rejected", "Greets, then answers 550 to EHLO and HELO."),
    HELO_ONLY("helo-only", "Greets, knows no EHLO, accepts HELO: no extensions, so no STARTTLS."),
    REFUSED("refused", "Nobody listens: the connection is refused."),
    SILENT("silent", "Accepts the connection and never speaks."),
    RESET("reset", "Accepts the connection and resets it at once."),
    GARBAGE("garbage", "Speaks, but not SMTP.");

    private final String id;
    private final String description;

    SmtpBehaviour(String id, String description) {
        this.id = id;
        this.description = description;
    }

    /// How it meets a client that has never connected to the address.
    public SmtpBehaviour atFirst() {
        return this == GREYLIST ? DEFERRED_EHLO : this;
    }

    /// How it meets a client that has been there before.
    public SmtpBehaviour afterwards() {
        return this == GREYLIST ? STARTTLS : this;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String describe() {
        return description;
    }
}
