package org.mxcensus.crawler.forecast;

import java.util.ArrayDeque;
import java.util.Arrays;

/// What was put off, chunk by chunk.
final class SecondTries {

    /// What was put off in one chunk.
    static final class Batch {
        private int[] addresses = new int[8];
        private long[] draws = new long[8];
        private long[] due = new long[8];
        private int size;
        private long latest;

        void add(int address, long draw, long at) {
            if (size == addresses.length) {
                addresses = Arrays.copyOf(addresses, 2 * size);
                draws = Arrays.copyOf(draws, 2 * size);
                due = Arrays.copyOf(due, 2 * size);
            }
            addresses[size] = address;
            draws[size] = draw;
            due[size] = at;
            size++;
            latest = Math.max(latest, at);
        }

        int size() {
            return size;
        }

        int address(int at) {
            return addresses[at];
        }

        long draw(int at) {
            return draws[at];
        }

        long due(int at) {
            return due[at];
        }

        private void trim() {
            addresses = Arrays.copyOf(addresses, size);
            draws = Arrays.copyOf(draws, size);
            due = Arrays.copyOf(due, size);
        }
    }

    private final ArrayDeque<Batch> waiting = new ArrayDeque<>();
    private int underWay;

    /// A chunk with rows that were put off has been published.
    void offer(Batch batch) {
        if (batch.size > 0) {
            batch.trim();
            waiting.add(batch);
        }
    }

    /// When the next chunk's second tries begin: when all are due, and the chunk before is settled. The end of time
    /// where there is none to begin.
    long time() {
        return underWay > 0 || waiting.isEmpty() ? Long.MAX_VALUE : waiting.getFirst().latest;
    }

    /// Takes the next chunk's.
    Batch begin() {
        Batch batch = waiting.removeFirst();
        underWay = batch.size;
        return batch;
    }

    /// One second try has come to its end.
    void settle() {
        underWay--;
    }

    boolean isDone() {
        return underWay == 0 && waiting.isEmpty();
    }
}
