package org.mxcensus.lab.world;

import java.util.List;

/// Which versions and cipher suites of TLS a mail server speaks.
public enum TlsSupport implements Fixture {
    TLS_1_2_AND_1_3("TLS 1.3 and 1.2."),
    TLS_1_3("TLS 1.3 only."),
    TLS_1_2("TLS 1.2 only."),
    TLS_1_1("TLS 1.1 only."),
    TLS_1_0("TLS 1.0 only."),
    DHE("TLS 1.2 with ephemeral Diffie-Hellman over a finite field only; needs an RSA key."),
    KEY_TRANSPORT("TLS 1.2 with key transport by RSA only, without forward secrecy; needs an RSA key.");

    private final String description;

    TlsSupport(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }

    /// The version as people write it, the suites as a word.
    @Override
    public String id() {
        return Fixture.super.id().replace("tls-", "").replaceAll("(\\d)-(\\d)", "$1.$2");
    }

    /// Whether its suites are for RSA keys alone.
    public boolean needsRsa() {
        return this == DHE || this == KEY_TRANSPORT;
    }

    /// The versions by the names that Java's TLS uses, the best first.
    public List<String> protocols() {
        return switch (this) {
            case TLS_1_2_AND_1_3 -> List.of("TLSv1.3", "TLSv1.2");
            case TLS_1_3 -> List.of("TLSv1.3");
            case TLS_1_2, DHE, KEY_TRANSPORT -> List.of("TLSv1.2");
            case TLS_1_1 -> List.of("TLSv1.1");
            case TLS_1_0 -> List.of("TLSv1");
        };
    }

    /// The suites by the names that Java's TLS uses; empty for the usual ones.
    public List<String> suites() {
        return switch (this) {
            case TLS_1_2_AND_1_3, TLS_1_3, TLS_1_2 -> List.of();
            case TLS_1_1, TLS_1_0 ->
                List.of(
                        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
                        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                        "TLS_RSA_WITH_AES_128_CBC_SHA");
            case DHE -> List.of("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_DHE_RSA_WITH_AES_128_CBC_SHA");
            case KEY_TRANSPORT -> List.of("TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_CBC_SHA");
        };
    }
}
