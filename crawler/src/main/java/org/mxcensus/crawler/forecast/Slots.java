package org.mxcensus.crawler.forecast;

import java.util.Arrays;

/// The targets that are under way, a slot each, taken anew when they are through.
final class Slots {
    /// The chunk of a target that is tried for the second time.
    static final long SECOND_TRY = -1;

    final int[] address;
    final long[] draw;
    final long[] chunk;
    final long[] deadline;
    final SlotState[] state;
    private final int[] free;
    private int freed;

    Slots(int capacity) {
        address = new int[capacity];
        draw = new long[capacity];
        chunk = new long[capacity];
        deadline = new long[capacity];
        state = new SlotState[capacity];
        Arrays.fill(state, SlotState.FREE);
        free = new int[capacity];
        for (int slot = 0; slot < capacity; slot++) {
            free[slot] = capacity - 1 - slot;
        }
        freed = capacity;
    }

    int take(int ofAddress, long withDraw, long inChunk) {
        int slot = free[--freed];
        address[slot] = ofAddress;
        draw[slot] = withDraw;
        chunk[slot] = inChunk;
        return slot;
    }

    void give(int slot) {
        state[slot] = SlotState.FREE;
        free[freed++] = slot;
    }

    int attempt(int slot) {
        return chunk[slot] == SECOND_TRY ? 2 : 1;
    }
}
