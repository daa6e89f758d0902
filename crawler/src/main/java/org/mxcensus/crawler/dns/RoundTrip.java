package org.mxcensus.crawler.dns;

import java.time.Duration;

/// How long a resolver takes to answer, and so how long to wait before a datagram is sent again. Every
/// datagram has an id of its own, so each answer tells which one it answers, and all are samples: what Karn's
/// rule guards against cannot happen. Times are in nanoseconds. Not for several threads.
///
/// A recursive resolver answers from memory in a tenth of a millisecond, and for a domain whose servers are
/// silent after ten seconds. Mean and deviation (RFC 6298) describe that badly, so they are stretched: of a
/// hundred answers about two may come after the time-out. Those are slow, not lost.
final class RoundTrip {

    /// Before anything is known (RFC 6298 §2.1).
    static final long FIRST = Duration.ofSeconds(1).toNanos();

    /// A resolver's threads, and ours, may well be busy for so long.
    static final long FLOOR = Duration.ofMillis(200).toNanos();

    /// A lost datagram is to be noticed while the question still has time for others.
    static final long CEILING = Duration.ofSeconds(3).toNanos();

    private static final double GAIN = 1.0 / 8;
    private static final double VARIATION_GAIN = 1.0 / 4;
    private static final int DEVIATIONS = 4;

    /// So that it is a matter of some hundred answers to forget a slow start.
    private static final double LEAST_SHARE = 1.0 / 64;

    /// These two are in balance where 2.2 % of the answers are late.
    private static final double STRETCH = 1.25;
    private static final double RELAX = 0.995;

    private static final double MOST_PATIENCE = 64;

    private boolean isKnown;
    private double smoothed;
    private double variation;
    private long answeredAt;
    private double patience = 1;

    /// An answer came.
    ///
    /// @param time since the datagram that it answers was sent
    void answered(long time, long now) {
        // Where there are many answers in a round trip, one says less (RFC 7323 appendix G).
        double share = Math.clamp((now - answeredAt) / Math.max(1, smoothed), LEAST_SHARE, 1);
        answeredAt = now;
        if (!isKnown) {
            isKnown = true;
            smoothed = time;
            variation = time / 2.0;
            return;
        }
        variation += VARIATION_GAIN * share * (Math.abs(smoothed - time) - variation);
        smoothed += GAIN * share * (time - smoothed);
        patience = Math.max(1, patience * RELAX);
    }

    /// An answer came to a datagram that had been sent again already.
    void wasImpatient() {
        patience = Math.min(MOST_PATIENCE, patience * STRETCH);
    }

    /// How long to wait for the answer to a question's first datagram.
    long timeout() {
        if (!isKnown) {
            return FIRST;
        }
        double wanted = (smoothed + DEVIATIONS * variation) * patience;
        return (long) Math.clamp(wanted, FLOOR, CEILING);
    }
}
