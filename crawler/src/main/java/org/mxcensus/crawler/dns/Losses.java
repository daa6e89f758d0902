package org.mxcensus.crawler.dns;

/// Counts what was lost of the datagrams to one resolver, a window of them at a time, and says when it is more than
/// chance. Datagrams are numbered in the order in which they were sent. Not for several threads.
///
/// Losses are told late: a time-out after the datagram, and by then several windows more may have been sent. So
/// they are counted by the numbers of what was lost, and not by when that was told.
final class Losses {
    /// More of a window than that is a sign of too large a window.
    private static final double BORNE = 1.0 / 64;

    /// What a loss means.
    enum Verdict {
        /// Nothing: it may be chance.
        BORNE,
        /// More were lost of its window than is borne. Nothing else that has been sent so far counts.
        TOO_MUCH,
        /// One more of that window.
        MORE_OF_IT
    }

    /// The window that is counted.
    private long from;
    private double span;
    private int count;

    /// The last one of which too much was lost.
    private boolean wasTooMuch;
    private long badFrom;
    private double badSpan;
    private int badCount;

    /// @param size of the window now
    /// @param next the number that the next datagram will have
    Verdict add(long number, double size, long next) {
        if (number < from) {
            if (!isOfTheBadOne(number)) {
                return Verdict.BORNE;
            }
            badCount++;
            return Verdict.MORE_OF_IT;
        }
        if (number - from >= span) {
            from = number;
            span = size;
            count = 0;
        }
        if (++count <= borne(span)) {
            return Verdict.BORNE;
        }
        wasTooMuch = true;
        badFrom = from;
        badSpan = span;
        badCount = count;
        from = next;
        span = 0;
        count = 0;
        return Verdict.TOO_MUCH;
    }

    /// What was counted has been answered after all.
    ///
    /// @return whether what was too much is so no longer
    boolean takeBack(long number) {
        if (number >= from) {
            count = Math.max(0, count - 1);
            return false;
        }
        if (!isOfTheBadOne(number)) {
            return false;
        }
        badCount--;
        wasTooMuch = badCount > borne(badSpan);
        return !wasTooMuch;
    }

    /// How many datagrams got through of the last window of which too much was lost, as far as one can tell.
    double gotThrough() {
        return badSpan - badCount;
    }

    private boolean isOfTheBadOne(long number) {
        return wasTooMuch && number >= badFrom && number - badFrom < badSpan;
    }

    /// One, however small the window; and chance alone makes it more by two deviations at times.
    private static double borne(double window) {
        double expected = Math.max(1, window * BORNE);
        return expected + 2 * Math.sqrt(expected);
    }
}
