package org.mxcensus.lab.world;

/// Where in the dialogue something happens (RFC 5321 §3.1, RFC 3207 §4).
public enum Stage implements Fixture {
    CONNECT("Before a word is said."),
    GREETING("In the middle of the greeting, or in place of it."),
    EHLO("In place of the answer to EHLO."),
    STARTTLS("In place of the answer to STARTTLS."),
    HANDSHAKE("In place of the answer to the client's first handshake message."),
    EHLO_AFTER_TLS("In place of the answer to EHLO after TLS."),
    QUIT("In place of the answer to QUIT.");

    private final String description;

    Stage(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }
}
