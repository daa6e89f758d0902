package org.mxcensus.lab.ca;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// What a server shows of itself.
///
/// @param chain as sent, its own certificate first
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    public Identity {
        chain = List.copyOf(chain);
    }

    /// The server's own certificate.
    public X509Certificate leaf() {
        return chain.getFirst();
    }
}
