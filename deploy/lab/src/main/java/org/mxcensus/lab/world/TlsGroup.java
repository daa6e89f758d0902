package org.mxcensus.lab.world;

/// Which groups a mail server agrees on a key in.
public enum TlsGroup implements Fixture {
    CLASSIC("X25519, P-256 and P-384: what most servers take."),
    X25519MLKEM768("X25519MLKEM768 only, which withstands a quantum computer; in TLS 1.3."),
    X25519("X25519 only."),
    P_256("P-256 only."),
    P_384("P-384 only.");

    private final String description;

    TlsGroup(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }

    /// By the names that BoringSSL uses, the most wanted first.
    public String[] names() {
        return switch (this) {
            case CLASSIC -> new String[] {"X25519", "P-256", "P-384"};
            case X25519MLKEM768 -> new String[] {"X25519MLKEM768"};
            case X25519 -> new String[] {"X25519"};
            case P_256 -> new String[] {"P-256"};
            case P_384 -> new String[] {"P-384"};
        };
    }
}
