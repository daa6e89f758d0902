package org.mxcensus.crawler.pace;

import java.util.Arrays;

/// The longest of many prefixes that an address lies in, for one family. A hash table for each length that occurs,
/// so a look-up costs as many probes as there are lengths (a routing table has some twenty), and a prefix some 20
/// to 40 bytes.
final class PrefixTable {
    private final Level[] levels;
    private final int bits;
    private int size;

    /// @param bits of an address: 32 or 128
    PrefixTable(int bits) {
        this.bits = bits;
        this.levels = new Level[bits + 1];
        for (int length = 0; length <= bits; length++) {
            levels[length] = new Level();
        }
    }

    /// Adds a prefix, in place of the value that it had.
    ///
    /// @param high the first 64 bits of the address, or all 32
    /// @param low the last 64 bits
    /// @param value above zero
    void put(long high, long low, int length, int value) {
        if (levels[length].put(high & highMask(length), low & lowMask(length), value)) {
            size++;
        }
    }

    /// The value of the longest prefix; zero where there is none.
    int find(long high, long low) {
        for (int length = bits; length >= 0; length--) {
            Level level = levels[length];
            int value = level.used == 0 ? 0 : level.get(high & highMask(length), low & lowMask(length));
            if (value != 0) {
                return value;
            }
        }
        return 0;
    }

    int size() {
        return size;
    }

    /// Places for prefixes, taken or not: twelve bytes each, twenty of prefixes longer than 64 bits.
    long slots() {
        return Arrays.stream(levels).mapToLong(level -> level.values.length).sum();
    }

    private long highMask(int length) {
        int width = Math.min(bits, 64);
        if (length == 0) {
            return 0;
        }
        return length >= width ? -1L : -1L << (width - length);
    }

    private static long lowMask(int length) {
        return length <= 64 ? 0 : -1L << (128 - length);
    }

    /// The prefixes of one length. Open addressing; at most two thirds full.
    private static final class Level {
        private long[] high = new long[0];
        /// Empty as long as all are zero, as those of IPv4 and of nearly all routed networks of IPv6 are.
        private long[] low = new long[0];
        private int[] values = new int[0];
        private int used;

        int get(long h, long l) {
            return values[slot(h, l)];
        }

        boolean put(long h, long l, int value) {
            if (3 * (used + 1) > 2 * values.length) {
                grow();
            }
            if (l != 0 && low.length == 0) {
                low = new long[values.length];
            }
            int slot = slot(h, l);
            boolean isNew = values[slot] == 0;
            high[slot] = h;
            if (low.length > 0) {
                low[slot] = l;
            }
            values[slot] = value;
            used += isNew ? 1 : 0;
            return isNew;
        }

        private int slot(long h, long l) {
            int mask = values.length - 1;
            long mixed = (h * 0x9E3779B97F4A7C15L) ^ (l * 0xC2B2AE3D27D4EB4FL);
            int slot = (int) (mixed >>> 32) & mask;
            while (values[slot] != 0 && (high[slot] != h || low(slot) != l)) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private long low(int slot) {
            return low.length == 0 ? 0 : low[slot];
        }

        private void grow() {
            long[] oldHigh = high;
            long[] oldLow = low;
            int[] oldValues = values;
            int capacity = Math.max(16, 2 * oldValues.length);
            high = new long[capacity];
            low = oldLow.length == 0 ? oldLow : new long[capacity];
            values = new int[capacity];
            for (int at = 0; at < oldValues.length; at++) {
                if (oldValues[at] != 0) {
                    int slot = slot(oldHigh[at], oldLow.length == 0 ? 0 : oldLow[at]);
                    high[slot] = oldHigh[at];
                    if (low.length > 0) {
                        low[slot] = oldLow[at];
                    }
                    values[slot] = oldValues[at];
                }
            }
        }
    }
}
