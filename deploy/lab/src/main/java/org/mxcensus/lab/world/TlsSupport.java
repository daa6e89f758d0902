package org.mxcensus.lab.world;

import java.util.List;

/// Which versions of TLS a mail server speaks.
public enum TlsSupport implements Fixture {
    TLS_1_2_AND_1_3("1.3", "TLS 1.3 and 1.2."),
    TLS_1_2("1.2", "TLS 1.2 only.");

    private final String id;
    private final String description;

    TlsSupport(String id, String description) {
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

    /// The versions by the names that Java's TLS uses, the best first.
    public List<String> protocols() {
        return switch (this) {
            case TLS_1_2_AND_1_3 -> List.of("TLSv1.3", "TLSv1.2");
            case TLS_1_2 -> List.of("TLSv1.2");
        };
    }
}
