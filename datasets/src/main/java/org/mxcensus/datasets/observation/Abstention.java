package org.mxcensus.datasets.observation;

/// Why we chose not to connect.
public enum Abstention {
    /// A private or reserved address (RFC 6890) and no leave to contact those.
    RESERVED_ADDRESS,
    /// An address of the internet, and the crawl is one of a lab.
    PUBLIC_ADDRESS,
    /// The domain, host, address or network opted out.
    OPTED_OUT,
    /// The budget of its network or provider was spent.
    BUDGET,
    /// The crawl had to end.
    DEADLINE
}
