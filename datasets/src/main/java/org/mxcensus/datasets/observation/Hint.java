package org.mxcensus.datasets.observation;

/// Whether anything lies beneath a name, told by the answer for the name itself (RFC 8020, RFC 4592 §2.2.2).
public enum Hint {
    /// The name exists, in a zone that denies names that do not.
    PRESENT,
    /// NXDOMAIN: the name does not exist, and so nothing beneath it does.
    ABSENT,
    /// The zone denies no name, by a wildcard or by compact denial (RFC 9824), or the name is an alias: that it
    /// exists tells nothing.
    UNRELIABLE,
    /// A look-up failed.
    UNMEASURED,
    /// The crawl did not ask, or the domain itself does not exist.
    NOT_ASKED
}
