package org.mxcensus.datasets.observation;

import java.util.List;
import java.util.Optional;

/// A TLS session as negotiated.
///
/// @param version `TLSv1.3`, `TLSv1.2`, …
/// @param cipher the suite's IANA name
/// @param group the key exchange group, where the library tells it
/// @param signature the signature scheme, where the library tells it
/// @param chain SHA-256 of each certificate as sent, lower-case hexadecimal, the leaf first
public record TlsSession(
        String version, String cipher, Optional<String> group, Optional<String> signature, List<String> chain) {
    public TlsSession {
        chain = List.copyOf(chain);
    }
}
