package org.mxcensus.crawler.source;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// 64-bit hashes that are collected first and asked about afterwards, in eight to nine bytes each.
///
/// They lie in many small arrays, chosen by their upper bits, which are sorted and rid of repetitions now and then.
final class CollectedHashes {
    private static final int ARRAY_BITS = 12;
    private static final int FIRST_CAPACITY = 4;

    private final long[][] arrays = new long[1 << ARRAY_BITS][FIRST_CAPACITY];
    private final int[] used = new int[1 << ARRAY_BITS];
    /// How many lie sorted at an array's beginning.
    private final int[] sorted = new int[1 << ARRAY_BITS];

    private final LongConsumer repeated;
    private long size;

    /// @param repeated is told each hash that is found to have been added more than once, once or more often
    CollectedHashes(LongConsumer repeated) {
        this.repeated = repeated;
    }

    void add(long hash) {
        var number = numberOf(hash);
        if (used[number] == arrays[number].length) {
            makeRoom(number);
        }
        arrays[number][used[number]++] = hash;
    }

    /// To be called when all have been added, and before any question.
    void complete() {
        for (var number = 0; number < arrays.length; number++) {
            sort(number);
            size += used[number];
        }
    }

    boolean contains(long hash) {
        var number = numberOf(hash);
        var array = arrays[number];
        var count = used[number];
        // Hashes are spread evenly, so it lies near its share of the array, if anywhere.
        var at = (int) Math.unsignedMultiplyHigh(hash << ARRAY_BITS, count);
        while (at < count && array[at] < hash) {
            at++;
        }
        while (at > 0 && array[at - 1] >= hash) {
            at--;
        }
        return at < count && array[at] == hash;
    }

    /// How many different ones there are.
    long size() {
        return size;
    }

    /// How many different ones are among the others too.
    long countIn(CollectedHashes others) {
        var count = 0L;
        for (var number = 0; number < arrays.length; number++) {
            for (var i = 0; i < used[number]; i++) {
                count += others.contains(arrays[number][i]) ? 1 : 0;
            }
        }
        return count;
    }

    /// Repetitions go first, whenever there may be many of them.
    private void makeRoom(int number) {
        if (used[number] > sorted[number] + sorted[number] / 2) {
            sort(number);
        }
        var count = used[number];
        if (count >= arrays[number].length - arrays[number].length / 16) {
            arrays[number] = Arrays.copyOf(arrays[number], count + Math.max(FIRST_CAPACITY, count / 8));
        }
    }

    private void sort(int number) {
        var array = arrays[number];
        var count = used[number];
        Arrays.sort(array, 0, count);
        var kept = 0;
        for (var i = 0; i < count; i++) {
            if (kept > 0 && array[kept - 1] == array[i]) {
                repeated.accept(array[i]);
            } else {
                array[kept++] = array[i];
            }
        }
        used[number] = kept;
        sorted[number] = kept;
    }

    private static int numberOf(long hash) {
        return (int) (hash >>> Long.SIZE - ARRAY_BITS);
    }
}
