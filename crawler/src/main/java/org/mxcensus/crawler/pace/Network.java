package org.mxcensus.crawler.pace;

import java.net.Inet4Address;
import java.net.InetAddress;

/// The network that an address belongs to: the unit of politeness, and the key of the last queue.
///
/// A /24 is the smallest block that is routed on its own, and a /48 is what one site is given (RFC 6177 §2).
public final class Network {

    private Network() {}

    /// @param ip an address as text
    /// @return its /24 or /48 as text, the same for every spelling of the address
    /// @throws IllegalArgumentException where the text is not an address
    public static String of(String ip) {
        return of(Literal.address(ip));
    }

    /// @return the /24 or /48 of the address as text
    public static String of(InetAddress address) {
        return Cidr.around(address, address instanceof Inet4Address ? 24 : 48).toString();
    }
}
