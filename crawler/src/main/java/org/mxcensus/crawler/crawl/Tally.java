package org.mxcensus.crawler.crawl;

/// What has become of the messages of a partition: each is a row, a duplicate, or may not be looked at.
///
/// @param messages taken, seals aside
/// @param duplicates among them that had been seen before
/// @param optedOut among them that had to be passed over, each time that they came
/// @param rows made
/// @param unmeasured rows among them that cannot tell what they were to tell
/// @param deferred rows among these that are tried once more
/// @param reused rows that took over what another name on the same address had shown
record Tally(long messages, long duplicates, long optedOut, long rows, long unmeasured, long deferred, long reused) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                messages + other.messages,
                duplicates + other.duplicates,
                optedOut + other.optedOut,
                rows + other.rows,
                unmeasured + other.unmeasured,
                deferred + other.deferred,
                reused + other.reused);
    }
}
