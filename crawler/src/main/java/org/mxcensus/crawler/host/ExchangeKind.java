package org.mxcensus.crawler.host;

import io.netty.util.NetUtil;

/// What stands as an exchange in an MX record, by the look of it (RFC 1035 §3.3.9 wants the name of a host).
public enum ExchangeKind {
    /// A name of two labels or more.
    HOST_NAME,
    /// An address, with or without brackets, where a name belongs: a common mistake.
    LITERAL,
    /// `localhost` or below it (RFC 6761 §6.3): the sender itself.
    LOCALHOST,
    /// A single label: a TLD, or a name that was meant to be completed.
    SINGLE_LABEL,
    /// The root: a null MX (RFC 7505 §3).
    ROOT;

    /// @param host lower case, without the final dot; empty for the root
    public static ExchangeKind of(String host) {
        if (host.isEmpty()) {
            return ROOT;
        }
        if (isLiteral(host)) {
            return LITERAL;
        }
        if (host.equals("localhost") || host.endsWith(".localhost") || host.equals("localhost.localdomain")) {
            return LOCALHOST;
        }
        return host.indexOf('.') < 0 ? SINGLE_LABEL : HOST_NAME;
    }

    private static boolean isLiteral(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String address = bare.startsWith("ipv6:") ? bare.substring("ipv6:".length()) : bare;
        return NetUtil.isValidIpV4Address(address) || NetUtil.isValidIpV6Address(address);
    }
}
