package org.mxcensus.lab.policy;

/// Where in a visit a connection can be reset.
enum PolicyStage {
    /// In place of the answer to the client's first handshake message.
    HANDSHAKE,
    /// In place of the response.
    REQUEST,
    /// In the middle of the response.
    RESPONSE
}
