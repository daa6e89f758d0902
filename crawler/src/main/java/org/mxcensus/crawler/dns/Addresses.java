package org.mxcensus.crawler.dns;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/// Addresses as text.
final class Addresses {

    private Addresses() {}

    /// RFC 5952. [java.net.InetAddress#getByAddress(byte[])] would turn `::ffff:192.0.2.1` into an IPv4
    /// address, and the observation of an AAAA record into that of an A record.
    ///
    /// @param bytes 16 of them
    static String ipv6(byte[] bytes) {
        try {
            return NetUtil.toAddressString(Inet6Address.getByAddress(null, bytes, -1), true);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not 16 bytes", e);
        }
    }

    /// An address with its port, as `--resolver` takes it.
    static String text(InetSocketAddress address) {
        return NetUtil.toSocketAddressString(address);
    }
}
