package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import java.util.List;

/// Whom a connection is made to, as the limits count him.
///
/// @param domain the registered domain of the host
record Peer(InetAddress address, String network, String domain) {

    static Peer of(InetAddress address, String domain) {
        return new Peer(address, Network.of(address), domain);
    }

    Unit unit(Unit.Scope scope) {
        return switch (scope) {
            case ADDRESS -> new Unit(scope, address);
            case NETWORK -> new Unit(scope, network);
            case DOMAIN -> new Unit(scope, domain);
        };
    }

    /// All of them, from the narrow to the wide.
    List<Unit> units() {
        return List.of(unit(Unit.Scope.ADDRESS), unit(Unit.Scope.NETWORK), unit(Unit.Scope.DOMAIN));
    }
}
