package org.mxcensus.lab.tables;

import java.time.Instant;

/// How large a generated crawl is.
///
/// @param domains in the frame
/// @param tlds how many top-level domains these are below
/// @param seed everything follows from it
/// @param seenAt when everything is seen; certificates are valid around it
public record TableScale(int domains, int tlds, long seed, Instant seenAt) {

    /// The largest frame.
    public static final int LARGEST = 10_000_000;

    /// The most top-level domains; there are about 1,500 in the root zone.
    public static final int MOST_TLDS = 10_000;

    private static final int DOMAINS_PER_PROVIDER = 200;
    private static final int FEWEST_PROVIDERS = 10;
    private static final int MOST_PROVIDERS = 5_000;

    /// @throws IllegalArgumentException where a number is out of range
    public TableScale {
        if (domains < 1 || domains > LARGEST) {
            throw new IllegalArgumentException("1 to %d domains can be generated, not %d".formatted(LARGEST, domains));
        }
        if (tlds < 1 || tlds > MOST_TLDS) {
            throw new IllegalArgumentException("1 to %d TLDs can be generated, not %d".formatted(MOST_TLDS, tlds));
        }
    }

    int providers() {
        return Math.clamp(domains / DOMAINS_PER_PROVIDER, FEWEST_PROVIDERS, MOST_PROVIDERS);
    }
}
