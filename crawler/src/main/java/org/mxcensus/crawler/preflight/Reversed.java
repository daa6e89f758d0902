package org.mxcensus.crawler.preflight;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Addresses turned round, as the DNS has them.
final class Reversed {

    private Reversed() {}

    /// Where the names of an address stand (RFC 1035 §3.5, RFC 3596 §2.5).
    static String owner(InetAddress address) {
        byte[] bytes = address.getAddress();
        return labels(bytes) + (bytes.length == 4 ? ".in-addr.arpa" : ".ip6.arpa");
    }

    /// Where a block list speaks of an address (RFC 5782 §2.1, §2.4).
    ///
    /// @param address of 4 or 16 bytes; [InetAddress] would turn the test entry of IPv6 into one of IPv4
    static String listed(byte[] address, String list) {
        return labels(address) + "." + list;
    }

    private static String labels(byte[] address) {
        if (address.length == 4) {
            return IntStream.of(3, 2, 1, 0)
                    .mapToObj(i -> String.valueOf(address[i] & 0xFF))
                    .collect(Collectors.joining("."));
        }
        StringBuilder nibbles = new StringBuilder(HexFormat.of().formatHex(address)).reverse();
        return nibbles.chars().mapToObj(Character::toString).collect(Collectors.joining("."));
    }
}
