package org.mxcensus.broker;

/// A door of the broker; its constant's name is the listener's name to Kafka.
enum Listener {
    /// For clients, and for the node's own messages to itself.
    PLAINTEXT,
    /// For the controller's votes and metadata, at loopback only.
    CONTROLLER,
    /// TLS, for everybody.
    SSL,
    /// TLS, for users with a password.
    SASL_SSL;

    /// Kafka's name of what is spoken there.
    String protocol() {
        return switch (this) {
            case PLAINTEXT, CONTROLLER -> "PLAINTEXT";
            case SSL -> "SSL";
            case SASL_SSL -> "SASL_SSL";
        };
    }
}
