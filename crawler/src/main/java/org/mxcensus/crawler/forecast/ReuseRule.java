package org.mxcensus.crawler.forecast;

/// When names of an address take over what others have shown.
public enum ReuseRule {
    /// Never: each name is probed.
    NONE,
    /// What four names have shown alike, be it a chain or that nobody takes the connection, is taken over by further
    /// names without TLSA. Any difference ends that for good, silence and plain answers included.
    STRICT,
    /// The same, but what could not be told is no difference, and whatever happens before a name is spoken, plain
    /// answers and refusals included, is the address's own and can be taken over by every name.
    BEFORE_THE_NAME
}
