package org.mxcensus.datasets.observation;

import java.util.List;

/// What fetching an MTA-STS policy gave (RFC 8461 §3.3). Certificates are recorded, not judged.
public sealed interface PolicyFetch {

    /// There was no single valid record, so there is nothing to fetch (RFC 8461 §3.1).
    record NotAsked() implements PolicyFetch {}

    /// An HTTP response with status 200 came.
    ///
    /// @param text the body as sent, at most 64 KiB
    /// @param truncated the body was longer than that
    /// @param mediaType the Content-Type, empty where there is none
    /// @param chain SHA-256 of each certificate as sent
    record Fetched(String text, boolean truncated, String mediaType, List<String> chain) implements PolicyFetch {
        public Fetched {
            chain = List.copyOf(chain);
        }
    }

    /// An HTTP response with another status came. Redirects are not followed (RFC 8461 §3.3).
    record HttpError(int status, List<String> chain) implements PolicyFetch {
        public HttpError {
            chain = List.copyOf(chain);
        }
    }

    /// The name of the policy host has no address.
    record NoAddress() implements PolicyFetch {}

    /// The name of the policy host could not be looked up.
    record LookupFailed(DnsFailure failure) implements PolicyFetch {}

    /// No TCP connection came about.
    record NotConnected(ConnectFailure cause) implements PolicyFetch {}

    /// TCP, but no TLS session.
    record HandshakeFailed(HandshakeFailure cause, String detail) implements PolicyFetch {}

    /// TLS, but no complete HTTP response.
    record ProtocolError(ProtocolFailure cause, List<String> chain) implements PolicyFetch {
        public ProtocolError {
            chain = List.copyOf(chain);
        }
    }

    /// We chose not to connect.
    record NotAttempted(Abstention reason) implements PolicyFetch {}

    /// A bug of ours.
    record InternalError(String detail) implements PolicyFetch {}
}
