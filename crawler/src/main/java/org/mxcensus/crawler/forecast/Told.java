package org.mxcensus.crawler.forecast;

/// What one probe of a target comes to.
enum Told {
    /// A handshake with the chain that the address shows to all its names.
    CHAIN,
    /// A handshake with a chain of this name's own.
    OWN_CHAIN,
    /// An answer before any name was spoken, such as no STARTTLS.
    PLAIN,
    /// Nobody took the connection: could not tell.
    SILENCE,
    /// Somebody took it and said nothing: could not tell.
    MUTE,
    /// The server asked us to come again (4yz): could not tell yet.
    COME_BACK;

    boolean isMeasured() {
        return switch (this) {
            case CHAIN, OWN_CHAIN, PLAIN -> true;
            case SILENCE, MUTE, COME_BACK -> false;
        };
    }
}
