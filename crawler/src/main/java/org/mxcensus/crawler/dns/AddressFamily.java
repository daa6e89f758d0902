package org.mxcensus.crawler.dns;

import org.xbill.DNS.Type;

/// The two kinds of addresses, by the names of their record types.
public enum AddressFamily {
    /// IPv4 (RFC 1035 §3.4.1).
    A(Type.A),
    /// IPv6 (RFC 3596 §2.1).
    AAAA(Type.AAAA);

    private final int type;

    AddressFamily(int type) {
        this.type = type;
    }

    int type() {
        return type;
    }
}
