package org.mxcensus.crawler.dns;

import java.util.concurrent.atomic.AtomicLongArray;

/// How long things took, counted in buckets of which each is 1.6 % wide at most, so that millions cost nothing.
/// For any number of threads.
final class LatencyHistogram {
    private static final int BITS = 6;
    private static final int PER_DOUBLING = 1 << BITS;

    private final AtomicLongArray counts = new AtomicLongArray((Long.SIZE - BITS) * PER_DOUBLING);

    void add(long nanos) {
        counts.incrementAndGet(bucket(Math.max(0, nanos)));
    }

    /// @param share between 0 and 1
    /// @return nanoseconds that so many took at most, rounded up by the width of a bucket; 0 where there
    ///     are none
    long percentile(double share) {
        long all = 0;
        for (int i = 0; i < counts.length(); i++) {
            all += counts.get(i);
        }
        long left = (long) Math.ceil(all * share);
        int bucket = 0;
        while (left > 0 && (left -= counts.get(bucket)) > 0) {
            bucket++;
        }
        return all == 0 ? 0 : largest(bucket);
    }

    /// The first bits of the number behind how often it was halved to have no more.
    private static int bucket(long nanos) {
        int halvings = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - BITS - 1);
        return (halvings << BITS) + (int) (nanos >>> halvings);
    }

    private static long largest(int bucket) {
        int halvings = Math.max(0, (bucket >> BITS) - 1);
        long first = bucket - ((long) halvings << BITS);
        return (first + 1 << halvings) - 1;
    }
}
