package org.mxcensus.lab.tls;

import java.util.Optional;
import org.mxcensus.lab.ca.Identity;

/// Which identity a server shows to a client.
public interface Identities {

    /// The identity for a connection; empty where there is none, which fails the handshake.
    ///
    /// @param server what the connection was opened to, as the server sees it
    /// @param named the server name in the handshake, lower case (RFC 6066 §3)
    Optional<Identity> find(String server, Optional<String> named);
}
