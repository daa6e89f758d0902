package org.mxcensus.crawler.dns.real;

/// How a zone proves what it does not hold.
enum Denial {
    NSEC,
    NSEC3,
    /// NSEC3 that leaves unsigned delegations out (RFC 5155 §6), so that denials prove less.
    OPT_OUT
}
