package org.mxcensus.analyzer.transition;

import java.util.Optional;

/// The outages of a mechanism, all of them or those of one cause.
///
/// A crawl shows a moment: that an outage began between two of them and ended between two others bounds its length
/// from below and from above. The medians are those of the outages that were repaired; what is still broken has
/// lasted longer, so that where [#open] is large they flatter.
///
/// @param all whether these are all, whatever the cause
/// @param cause the one that the first crawl found; empty for all, and where none was noted
/// @param outages how many there were; a domain may have had several
/// @param begun those of them before which a crawl found the domain without fault
/// @param repaired those after which a crawl found it working, if only in part
/// @param withdrawn those that ended by taking the mechanism away
/// @param followed those both begun and repaired under our eyes, of which the medians are
/// @param shortest median of the days from the first look that found the fault to the last; 0 without any
/// @param longest median of the days from the last look without fault to the first after it; 0 without any
public record OutageTally(
        boolean all,
        Optional<String> cause,
        long outages,
        long begun,
        long repaired,
        long withdrawn,
        long followed,
        int shortest,
        int longest) {

    /// Those of which no end was seen.
    public long open() {
        return outages - repaired - withdrawn;
    }
}
