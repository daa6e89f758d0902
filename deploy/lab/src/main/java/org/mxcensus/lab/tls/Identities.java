package org.mxcensus.lab.tls;

import java.util.Optional;
import org.mxcensus.lab.ca.Identity;

/// Which identity a server shows to a client.
public interface Identities {

    /// The identity for a connection; empty where there is none, which fails the handshake.
    ///
    /// @param server what the connection was opened to, as the server sees it
    /// @param hello what the client says first
    Optional<Identity> find(String server, ClientHello hello);
}
