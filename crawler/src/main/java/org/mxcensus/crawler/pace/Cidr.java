package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/// A block of addresses (RFC 4632 §3.1, RFC 4291 §2.3).
final class Cidr {

    private final byte[] prefix;
    private final int length;

    private Cidr(byte[] address, int length) {
        this.prefix = masked(address, length);
        this.length = length;
    }

    /// Reads `192.0.2.0/24`, `2001:db8::/32`, or a single address.
    ///
    /// @return empty where the text is no such thing, or has bits set behind the prefix
    static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        return Literal.bytes(slash < 0 ? text : text.substring(0, slash)).flatMap(address -> {
            int bits = address.length * 8;
            int length = slash < 0 ? bits : prefixLength(text.substring(slash + 1));
            // Bits behind the prefix are a slip of the pen: nobody can tell which block was meant.
            return length < 0 || length > bits || !Arrays.equals(address, masked(address, length))
                    ? Optional.empty()
                    : Optional.of(new Cidr(address, length));
        });
    }

    /// The block of this length around an address.
    static Cidr around(InetAddress address, int length) {
        return new Cidr(address.getAddress(), length);
    }

    boolean contains(byte[] address) {
        return address.length == prefix.length && Arrays.equals(prefix, masked(address, length));
    }

    private static int prefixLength(String digits) {
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
    }

    private static byte[] masked(byte[] address, int length) {
        byte[] result = address.clone();
        for (int i = 0; i < result.length; i++) {
            int kept = Math.clamp(length - 8 * i, 0, 8);
            result[i] &= (byte) (0xFF << (8 - kept));
        }
        return result;
    }

    /// `192.0.2.0/24`, `2001:db8:1::/48` (RFC 5952).
    @Override
    public String toString() {
        return Literal.text(prefix) + "/" + length;
    }
}
