package org.mxcensus.crawler.forecast;

/// The targets of one partition, in the order of its queue, and what is true of them.
///
/// A target is an address and a draw: a random number from which everything that is peculiar to it follows. So
/// millions of targets are told apart without an object for each.
interface Targets {

    int networks();

    int addresses();

    /// The network of an address.
    int network(int address);

    /// Goes on to the next target.
    ///
    /// @return false where there is none
    boolean next();

    /// When the current target is in the queue, in nanoseconds; never before the one ahead of it.
    long arrival();

    /// The address of the current target.
    int address();

    /// The draw of the current target.
    long draw();

    /// Whether the name has TLSA records, so that it is probed whatever other names have shown.
    boolean hasTlsa(int address, long draw);

    /// Whether it belongs to the sample that is probed although it could be taken over.
    boolean isSampled(long draw);

    /// How long a probe holds its connection, in nanoseconds.
    ///
    /// @param attempt 1 or 2
    long took(int address, long draw, int attempt);

    /// What a probe comes to.
    ///
    /// @param attempt 1 or 2
    Told told(int address, long draw, int attempt);
}
