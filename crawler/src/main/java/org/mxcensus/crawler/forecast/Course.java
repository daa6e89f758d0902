package org.mxcensus.crawler.forecast;

/// Hears what happens in a partition, as it happens.
interface Course {

    /// A connection was closed.
    ///
    /// @param attempt 1 or 2
    /// @param took how long it was held
    void probed(long now, int address, int attempt, Told told, long took);

    /// A target waited for as long as the patience goes.
    ///
    /// @param attempt 1 or 2
    void lostPatience(long now, int address, int attempt);

    /// A target took over what others of its address have shown.
    void tookOver(long now, int address, Told told);

    /// A second try came too late to be made.
    void cameTooLate(long now, int address);
}
