package org.mxcensus.crawler.dns;

import java.time.Duration;

/// How many fresh datagrams one resolver may have at a time, so that none is lost in its socket buffer, or in
/// ours, or on the way. Times are in nanoseconds. Not for several threads.
///
/// A datagram is fresh until it is answered or its time-out passes. After that the resolver has surely taken it
/// in: it is lost, or being worked on, and fills no queue (the pipe of RFC 6675 §4).
///
/// Grows as TCP's window does (RFC 5681 §3.1): by one an answer until the fastest answer of a round shows a
/// standing queue, then by a few a round. A round is as many answers as the window was large. Shrinks when more is
/// lost of a window than [Losses] bears. A loss that proves to be none is taken back (RFC 4015).
final class CongestionWindow {
    static final int FIRST = 64;
    static final int LEAST = 4;

    /// The additive part: as slow as TCP's where the window is small, and not slower than it has to be.
    private static final double GROWTH_SHARE = 1.0 / 16;
    private static final double MOST_GROWTH = 8;

    private static final double SHRINK = 0.7;
    /// A queue is told from the shortest time ever seen by twice that, and this.
    private static final long JITTER = Duration.ofMillis(1).toNanos();

    /// Fewer than so many cannot queue for so long: whoever lets them wait is busy with something else.
    private static final int FEW = 32;

    private final int most;
    private double size;
    private double threshold;
    private int fresh;
    private long sent;

    /// The round under way, and how many answers end it.
    private double round;
    private int peak;
    private int answers;
    private double timeOfAll;
    private long roundBegan;
    private double limit = 2 * FIRST;
    private long fastest = Long.MAX_VALUE;
    private long shortest = Long.MAX_VALUE;

    private final Losses losses = new Losses();
    private double before;

    /// @param most never more than so many
    CongestionWindow(int most, long now) {
        this.most = most;
        this.size = Math.min(FIRST, most);
        this.threshold = most;
        this.round = size;
        this.roundBegan = now;
    }

    boolean hasRoom() {
        return fresh < (int) size;
    }

    /// The share of the window that is taken.
    double load() {
        return fresh / size;
    }

    int size() {
        return (int) size;
    }

    int fresh() {
        return fresh;
    }

    /// @return the datagram's number
    long sent() {
        fresh++;
        peak = Math.max(peak, fresh);
        return sent++;
    }

    /// A datagram is fresh no longer.
    void settled() {
        fresh--;
    }

    /// An answer came; its datagram is settled afterwards.
    void answered(long time, long now) {
        // Half empty all the round, the window is not what limits the rate (RFC 7661 §4.3): that nothing is lost then
        // says nothing.
        if (2 * peak >= size) {
            double aRound = Math.clamp(size * GROWTH_SHARE, 1, MOST_GROWTH);
            size = Math.clamp(
                    size + (size < threshold ? 1 : aRound / size), size, Math.max(size, Math.min(most, limit)));
        }
        fastest = Math.min(fastest, time);
        timeOfAll += time;
        answers++;
        endRound(now);
    }

    /// A datagram was not answered, and a later one to the same question was. Where many are lost of a window, as
    /// much is left as got through.
    ///
    /// @param number its number
    void lost(long number) {
        switch (losses.add(number, size, sent)) {
            case BORNE -> {}
            case TOO_MUCH -> {
                before = size;
                shrinkTo(Math.min(SHRINK * before, losses.gotThrough()));
            }
            case MORE_OF_IT -> shrinkTo(losses.gotThrough());
        }
    }

    /// What was called lost was answered after all.
    void wasNotLost(long number) {
        if (losses.takeBack(number)) {
            size = Math.max(size, before);
            threshold = Math.max(threshold, before);
        }
    }

    private void shrinkTo(double wanted) {
        double possible = Math.max(Math.min(LEAST, most), wanted);
        size = Math.min(size, possible);
        threshold = Math.min(threshold, possible);
    }

    /// Those that were answered account for so many on their way on average as their times sum up to, over the time
    /// that it took (Little's law). Where many more are on their way, those are not answered: room for more of them
    /// would only lose more, long before the first loss can be told.
    private void endRound(long now) {
        if (answers < round) {
            return;
        }
        double onTheirWay = timeOfAll / Math.max(1, now - roundBegan);
        limit = FIRST + 3 * onTheirWay;
        shortest = Math.min(shortest, fastest);
        if (size >= FEW && fastest > 2 * shortest + JITTER) {
            threshold = Math.min(threshold, size);
        }
        round = size;
        roundBegan = now;
        timeOfAll = 0;
        peak = fresh;
        answers = 0;
        fastest = Long.MAX_VALUE;
    }
}
