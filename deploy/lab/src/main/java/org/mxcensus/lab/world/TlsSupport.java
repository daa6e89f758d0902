package org.mxcensus.lab.world;

/// Which versions of TLS a mail server speaks.
public enum TlsSupport implements Fixture {
    TLS_1_2_AND_1_3("1.3", "TLS 1.3 and 1.2.", "TLSv1.3", "TLSv1.2"),
    TLS_1_2("1.2", "TLS 1.2 only.", "TLSv1.2");

    private final String id;
    private final String description;
    private final String[] protocols;

    TlsSupport(String id, String description, String... protocols) {
        this.id = id;
        this.description = description;
        this.protocols = protocols;
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
    public String[] protocols() {
        return protocols.clone();
    }
}
