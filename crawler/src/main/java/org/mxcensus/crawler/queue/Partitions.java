package org.mxcensus.crawler.queue;

import java.nio.charset.StandardCharsets;

/// Which partition a key belongs to. Fixed for ever: a crawl that goes on must find every key where it was.
public final class Partitions {

    private Partitions() {}

    /// @param key of a message
    /// @param partitions how many there are
    /// @return from 0
    public static int of(String key, int partitions) {
        return (int) Long.remainderUnsigned(digest(key), partitions);
    }

    /// FNV-1a with a final avalanche (MurmurHash3's): 64 bits, any of which may be used.
    public static long digest(String key) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
