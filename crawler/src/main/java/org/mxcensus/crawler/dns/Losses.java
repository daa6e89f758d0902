package org.mxcensus.crawler.dns;

/// Counts what was lost of the datagrams to one resolver, a window of them at a time, and says when it is too much
/// for chance. Datagrams are numbered in the order in which they were sent. Not for several threads.
///
/// Losses are told late: a time-out after the datagram, and by then several windows more may have been sent. So
/// they are counted by the numbers of what was lost, and not by when that was told.
final class Losses {
    private static final double BORNE_OTHERWISE = 1.0 / 16;
    private static final double BORNE_WHILE_QUEUEING = 1.0 / 256;

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
    private boolean isQueueing;

    /// The last one of which too much was lost.
    private boolean wasTooMuch;
    private long badFrom;
    private double badSpan;
    private int badCount;
    private boolean badQueueing;

    /// @param size of the window now
    /// @param isQueueing answers queue, so that there is a reason to lose some
    /// @param next the number that the next datagram will have
    Verdict add(long number, double size, boolean isQueueing, long next) {
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
            this.isQueueing = isQueueing;
        }
        if (++count <= borne(span, this.isQueueing)) {
            return Verdict.BORNE;
        }
        wasTooMuch = true;
        badFrom = from;
        badSpan = span;
        badCount = count;
        badQueueing = this.isQueueing;
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
        wasTooMuch = badCount > borne(badSpan, badQueueing);
        return !wasTooMuch;
    }

    /// How many datagrams got through of the last window of which too much was lost, as far as one can tell.
    double gotThrough() {
        return badSpan - badCount;
    }

    private boolean isOfTheBadOne(long number) {
        return wasTooMuch && number >= badFrom && number - badFrom < badSpan;
    }

    /// Chance alone makes it more than the share by two deviations at times.
    private static double borne(double window, boolean isQueueing) {
        double otherwise = window * BORNE_OTHERWISE;
        return isQueueing ? window * BORNE_WHILE_QUEUEING : otherwise + 2 * Math.sqrt(otherwise);
    }
}
