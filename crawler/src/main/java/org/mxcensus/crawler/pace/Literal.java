package org.mxcensus.crawler.pace;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// Addresses written as text. Never asks the DNS, as [InetAddress#getByName] would.
public final class Literal {

    private Literal() {}

    /// @param text dotted decimal or colon-separated, without a zone
    /// @return the address; a mapped one (RFC 4291 §2.5.5.2) comes out as the IPv4 address it is
    /// @throws IllegalArgumentException where the text is not an address
    public static InetAddress address(String text) {
        return address(bytes(text).orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text)));
    }

    /// Whether a text is what [#address(String)] reads.
    public static boolean isAddress(String text) {
        return bytes(text).isPresent();
    }

    /// @return 4 or 16 bytes; empty where the text is not an address, or carries a zone
    static Optional<byte[]> bytes(String text) {
        boolean plain = NetUtil.isValidIpV4Address(text) || (NetUtil.isValidIpV6Address(text) && text.indexOf('%') < 0);
        return plain ? Optional.of(NetUtil.createByteArrayFromIpAddressString(text)) : Optional.empty();
    }

    /// The one spelling of an address, as text that [#address] reads.
    public static String text(InetAddress address) {
        return NetUtil.toAddressString(address);
    }

    /// The one spelling of an address: dotted decimal, or as RFC 5952 has it.
    static String text(byte[] bytes) {
        return NetUtil.toAddressString(address(bytes));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
