package org.mxcensus.analyzer.transition;

import java.time.LocalDate;

/// MX hosts at which DANE was valid in one crawl and an address shows another certificate in the next.
///
/// Of roll-overs that failed and were mended in between nothing is seen: they are more than are counted here.
///
/// @param sound valid all the same
/// @param failed no TLSA record matches any more
/// @param withdrawn the usable TLSA records are gone
/// @param unmeasured it could not be told
public record RollOverTally(
        LocalDate before, LocalDate after, long sound, long failed, long withdrawn, long unmeasured) {

    /// All hosts with a new certificate.
    public long hosts() {
        return sound + failed + withdrawn + unmeasured;
    }
}
