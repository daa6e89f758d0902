package org.mxcensus.crawler.crawl;

import java.time.Duration;
import java.time.Instant;

/// How long to wait until something is due by a clock that may have been set back since it was put off.
///
/// Nothing is put off for longer than its pause; what seems to be shows by how much the clock was set back, which then
/// counts for all that seems so. Not for several threads.
final class Waiting {
    private Duration setBack = Duration.ZERO;

    /// @param due by the clock as it was
    /// @param pause for which it was put off
    /// @param now by the clock as it is
    /// @return never more than the pause; not positive where it is due
    Duration until(Instant due, Duration pause, Instant now) {
        Duration ahead = Duration.between(now, due);
        Duration beyond = ahead.minus(pause);
        if (!beyond.isPositive()) {
            return ahead;
        }
        setBack = beyond.compareTo(setBack) > 0 ? beyond : setBack;
        return ahead.minus(setBack);
    }
}
