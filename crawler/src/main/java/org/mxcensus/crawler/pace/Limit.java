package org.mxcensus.crawler.pace;

import java.time.Duration;

/// What one address, network or registered domain is spared.
///
/// @param atOnce connections open at once; one at least
/// @param apart least time between two starts; zero for none
public record Limit(int atOnce, Duration apart) {

    public Limit {
        if (atOnce < 1 || apart.isNegative()) {
            throw new IllegalArgumentException("%d at once, %s apart".formatted(atOnce, apart));
        }
    }

    /// @param apartMillis least time between two starts, in milliseconds
    static Limit of(int atOnce, long apartMillis) {
        return new Limit(atOnce, Duration.ofMillis(apartMillis));
    }

    /// The share of one of several who know nothing of each other: so many times fewer at once, one at least, and
    /// so many times as far apart.
    Limit dividedBy(int partitions) {
        return new Limit(Math.max(1, atOnce / partitions), apart.multipliedBy(partitions));
    }

    /// No more at once than this.
    Limit within(int most) {
        return new Limit(Math.min(atOnce, most), apart);
    }

    @Override
    public String toString() {
        return "%d at once, starts %d ms apart".formatted(atOnce, apart.toMillis());
    }
}
