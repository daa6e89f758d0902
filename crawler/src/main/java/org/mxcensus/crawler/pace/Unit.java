package org.mxcensus.crawler.pace;

/// What a limit is counted by.
///
/// @param name of the scope's own kind: an address, a network as text, a domain name
record Unit(Scope scope, Object name) {

    /// From the narrow to the wide.
    enum Scope {
        ADDRESS,
        NETWORK,
        DOMAIN
    }
}
