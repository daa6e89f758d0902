package org.mxcensus.crawler.crawl;

import java.nio.charset.StandardCharsets;
import org.mxcensus.crawler.source.LongHashSet;

/// The keys that a partition has seen, eight bytes each.
///
/// Two keys with the same 64-bit digest count as one: among 160 million, one pair in 1,400 crawls. The key that is
/// passed over has no row and counts as unmeasured.
final class SeenKeys {
    private final LongHashSet digests = new LongHashSet();

    /// @return whether it is new
    boolean add(String key) {
        return digests.add(digest(key));
    }

    /// FNV-1a with a final avalanche (MurmurHash3's), so that the set may use any of its bits.
    private static long digest(String key) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
