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

    /// Key and chain as PEM, the key first: what mail and web servers read.
    public String pem() {
        StringBuilder text = new StringBuilder(Pem.text(key, leaf().getPublicKey()));
        chain.forEach(certificate -> text.append(Pem.text(certificate)));
        return text.toString();
    }
}
