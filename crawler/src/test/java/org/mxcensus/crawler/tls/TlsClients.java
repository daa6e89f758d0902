package org.mxcensus.crawler.tls;

/// TLS clients for tests outside of this package.
public final class TlsClients {

    private TlsClients() {}

    /// The one that stands in where BoringSSL is missing.
    public static TlsClient ofJdk() {
        return TlsClient.ofJdk();
    }
}
