package org.mxcensus.crawler.forecast;

/// What one probe of a target comes to.
enum Told {
    /// The server said what there was to learn.
    ANSWER,
    /// No connection, or nobody spoke on it: could not tell.
    SILENCE,
    /// The server asked us to come again (4yz): could not tell yet.
    COME_BACK
}
