package org.mxcensus.crawler.crawl;

import org.mxcensus.crawler.queue.Partitions;
import org.mxcensus.crawler.source.LongHashSet;

/// The keys that a partition has seen, eight bytes each.
///
/// Two keys with the same 64-bit digest count as one: among 160 million, one pair in 1,400 crawls. The key that is
/// passed over has no row and counts as unmeasured.
final class SeenKeys {
    private final LongHashSet digests = new LongHashSet();

    /// @return whether it is new
    boolean add(String key) {
        return digests.add(Partitions.digest(key));
    }
}
