package org.mxcensus.crawler.source;

/// A set of 64-bit hashes in 10 to 12.5 bytes each: open addressing with linear probing, in many tables, so that
/// hardly more is needed while one of them grows.
///
/// The hashes must be spread well, since their bits choose table and slot.
public final class LongHashSet {
    private static final int TABLE_BITS = 8;
    private static final int FIRST_CAPACITY = 4;

    /// Zero marks a free slot; the hash zero is kept apart.
    private final long[][] tables = new long[1 << TABLE_BITS][FIRST_CAPACITY];

    private final int[] used = new int[1 << TABLE_BITS];
    private long size;
    private boolean hasZero;

    /// Adds a hash.
    ///
    /// @return whether it was not there yet
    public boolean add(long hash) {
        if (hash == 0) {
            var added = !hasZero;
            hasZero = true;
            size += added ? 1 : 0;
            return added;
        }
        var number = numberOf(hash);
        var table = tables[number];
        var slot = slotOf(table, hash);
        if (table[slot] == hash) {
            return false;
        }
        table[slot] = hash;
        size++;
        used[number]++;
        if (used[number] * 5L > table.length * 4L) {
            tables[number] = larger(table);
        }
        return true;
    }

    boolean contains(long hash) {
        if (hash == 0) {
            return hasZero;
        }
        var table = tables[numberOf(hash)];
        return table[slotOf(table, hash)] == hash;
    }

    long size() {
        return size;
    }

    /// How many of these hashes are also in the other set.
    long countIn(LongHashSet other) {
        var count = hasZero && other.hasZero ? 1L : 0L;
        for (var table : tables) {
            for (var hash : table) {
                count += hash != 0 && other.contains(hash) ? 1 : 0;
            }
        }
        return count;
    }

    private static long[] larger(long[] table) {
        var larger = new long[Math.toIntExact(table.length * 5L / 4)];
        for (var hash : table) {
            if (hash != 0) {
                larger[slotOf(larger, hash)] = hash;
            }
        }
        return larger;
    }

    private static int numberOf(long hash) {
        return (int) (hash >>> Long.SIZE - TABLE_BITS);
    }

    /// Where the hash lies, or the free slot where it belongs.
    private static int slotOf(long[] table, long hash) {
        var slot = (int) Math.unsignedMultiplyHigh(hash << TABLE_BITS, table.length);
        while (table[slot] != 0 && table[slot] != hash) {
            slot = slot + 1 == table.length ? 0 : slot + 1;
        }
        return slot;
    }
}
