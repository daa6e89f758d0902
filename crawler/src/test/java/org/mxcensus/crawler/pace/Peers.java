package org.mxcensus.crawler.pace;

/// Peers for tests.
final class Peers {

    private Peers() {}

    /// One whose host shares its registered domain with nobody.
    static Peer at(String ip) {
        return of(ip, ip);
    }

    static Peer of(String ip, String domain) {
        return Peer.of(Literal.address(ip), domain);
    }
}
