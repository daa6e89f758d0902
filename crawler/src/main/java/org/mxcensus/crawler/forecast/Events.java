package org.mxcensus.crawler.forecast;

import java.util.Arrays;

/// What will happen, earliest first; at the same moment in the order in which it was planned.
final class Events {
    private long[] times = new long[256];
    private long[] orders = new long[256];
    private int[] slots = new int[256];
    private int size;
    private long planned;

    /// The time of the earliest; the end of time where nothing is planned.
    long time() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    void plan(long time, int slot) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            slots = Arrays.copyOf(slots, 2 * size);
        }
        long order = planned++;
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (isBefore(parent, time, order)) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, time, order, slot);
    }

    /// Takes the earliest.
    ///
    /// @return whom it is about
    int poll() {
        int first = slots[0];
        size--;
        long time = times[size];
        long order = orders[size];
        int slot = slots[size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && isBefore(child + 1, times[child], orders[child])) {
                child++;
            }
            if (!isBefore(child, time, order)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, time, order, slot);
        return first;
    }

    private boolean isBefore(int at, long time, long order) {
        return times[at] < time || (times[at] == time && orders[at] < order);
    }

    private void move(int from, int to) {
        put(to, times[from], orders[from], slots[from]);
    }

    private void put(int at, long time, long order, int slot) {
        times[at] = time;
        orders[at] = order;
        slots[at] = slot;
    }
}
