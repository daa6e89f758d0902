package org.mxcensus.crawler.real;

/// How a mail server is set up.
enum Setup {
    ECDSA(Keys.ECDSA, "TLSv1.3"),
    RSA(Keys.RSA, "TLSv1.3"),
    BOTH(Keys.BOTH, "TLSv1.3"),
    ONLY_TLS12(Keys.ECDSA, "TLSv1.2"),
    ONLY_TLS12_RSA(Keys.RSA, "TLSv1.2"),
    ONLY_TLS12_BOTH(Keys.BOTH, "TLSv1.2"),
    ONLY_TLS13(Keys.ECDSA, "TLSv1.3"),
    WITHOUT_STARTTLS(Keys.NONE, "");

    private final Keys keys;
    private final String best;

    Setup(Keys keys, String best) {
        this.keys = keys;
        this.best = best;
    }

    /// What it shows certificates for.
    Keys keys() {
        return keys;
    }

    /// The newest version that it speaks; empty for none.
    String best() {
        return best;
    }

    boolean onlyTls12() {
        return this == ONLY_TLS12 || this == ONLY_TLS12_RSA || this == ONLY_TLS12_BOTH;
    }

    boolean onlyTls13() {
        return this == ONLY_TLS13;
    }

    boolean startTls() {
        return this != WITHOUT_STARTTLS;
    }
}
