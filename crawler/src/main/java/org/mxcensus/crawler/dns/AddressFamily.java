package org.mxcensus.crawler.dns;

/// The two kinds of addresses, by the names of their record types.
public enum AddressFamily {
    /// IPv4 (RFC 1035 §3.4.1).
    A,
    /// IPv6 (RFC 3596 §2.1).
    AAAA
}
