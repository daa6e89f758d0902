package org.mxcensus.crawler.source;

/// A set of 64-bit hashes in about ten bytes each: open addressing, linear probing.
///
/// The hashes must be spread well, since their upper bits choose the slot.
public final class LongHashSet {
    private static final int FIRST_CAPACITY = 64;

    /// Zero marks a free slot; the hash zero is kept apart.
    private long[] slots = new long[FIRST_CAPACITY];

    private long used;
    private boolean hasZero;

    /// Adds a hash.
    ///
    /// @return whether it was not there yet
    public boolean add(long hash) {
        if (hash == 0) {
            var added = !hasZero;
            hasZero = true;
            return added;
        }
        var slot = slotOf(slots, hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        used++;
        if (used * 5 > slots.length * 4L) {
            grow();
        }
        return true;
    }

    boolean contains(long hash) {
        return hash == 0 ? hasZero : slots[slotOf(slots, hash)] == hash;
    }

    long size() {
        return used + (hasZero ? 1 : 0);
    }

    /// How many of these hashes are also in the other set.
    long countIn(LongHashSet other) {
        var count = hasZero && other.hasZero ? 1L : 0L;
        for (var hash : slots) {
            if (hash != 0 && other.contains(hash)) {
                count++;
            }
        }
        return count;
    }

    private void grow() {
        var larger = new long[Math.toIntExact(slots.length * 3L / 2)];
        for (var hash : slots) {
            if (hash != 0) {
                larger[slotOf(larger, hash)] = hash;
            }
        }
        slots = larger;
    }

    /// Where the hash lies, or the free slot where it belongs.
    private static int slotOf(long[] slots, long hash) {
        var slot = (int) Math.unsignedMultiplyHigh(hash, slots.length);
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }
}
