package org.mxcensus.lab.world;

import java.util.List;

/// What a mail server does to a client.
public enum SmtpBehaviour implements Fixture {
    STARTTLS("A polite server that offers STARTTLS and completes the handshake."),
    PLAIN("A polite server without STARTTLS."),
    STARTTLS_REFUSED_TEMPORARY("Offers STARTTLS, then answers 454 to it."),
    STARTTLS_REFUSED("Offers STARTTLS, then answers 502 to it."),
    STARTTLS_NO_SERVICE("Offers STARTTLS, then answers 521 to it."),
    STARTTLS_INJECTED("Agrees to STARTTLS and says a line of plain text in the same breath; TLS comes about."),
    STARTTLS_RECANTED("Agrees to STARTTLS and says 454 in the same breath; no TLS comes about."),
    HANDSHAKE_FAILED("Agrees to STARTTLS, then sends an alert: the one of smtp.alert, else handshake_failure."),
    HANDSHAKE_GARBAGE("Agrees to STARTTLS, then sends bytes that are not TLS."),
    DEFERRED("421 in place of a reply, then closes.", Stage.GREETING, Stage.EHLO, Stage.STARTTLS, Stage.EHLO_AFTER_TLS),
    DEFERRED_EHLO("Greets, then answers 451 to EHLO and HELO."),
    GREYLIST(
            "Greets; answers 451 to EHLO and HELO on a client's first connection to the address, then is as starttls."),
    BLOCKED("554 in place of a reply, then closes.", Stage.GREETING, Stage.EHLO),
    NO_SERVICE("521 in place of a reply, then closes: the host accepts no mail.", Stage.GREETING, Stage.EHLO),
    EHLO_REJECTED("Greets, then answers 550 to EHLO and HELO."),
    HELO_ONLY("Greets, knows no EHLO, accepts HELO: no extensions, so no STARTTLS."),
    REFUSED("Nobody listens: the connection is refused."),
    SILENT("Says nothing more, and keeps the connection.", Stage.values()),
    CLOSED("Closes the connection.", Stage.values()),
    RESET("Resets the connection.", Stage.values()),
    GARBAGE("Speaks, but not SMTP.");

    private final String description;
    private final List<Stage> stages;

    SmtpBehaviour(String description, Stage... stages) {
        this.description = description;
        this.stages = List.of(stages);
    }

    @Override
    public String describe() {
        return stages.isEmpty()
                ? description
                : description + " At: "
                        + String.join(", ", stages.stream().map(Stage::id).toList()) + ".";
    }

    /// Where it can happen, the usual stage first; empty where that is no question.
    public List<Stage> stages() {
        return stages;
    }

    /// How it meets a client that has never connected to the address.
    public SmtpBehaviour atFirst() {
        return this == GREYLIST ? DEFERRED_EHLO : this;
    }

    /// How it meets a client that has been there before.
    public SmtpBehaviour afterwards() {
        return this == GREYLIST ? STARTTLS : this;
    }
}
