package org.mxcensus.cli;

import java.util.stream.Stream;

/// What a process holds at a moment.
///
/// @param heap bytes in use, after a collection
/// @param resident bytes of memory, native too
/// @param buffers bytes of Java's buffers outside the heap
/// @param files open files and sockets
record Holding(long heap, long resident, long buffers, int threads, long files) {

    /// As [#toString] writes it.
    static Holding of(String line) {
        long[] numbers = Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Holding(numbers[0], numbers[1], numbers[2], Math.toIntExact(numbers[3]), numbers[4]);
    }

    @Override
    public String toString() {
        return "%d %d %d %d %d".formatted(heap, resident, buffers, threads, files);
    }
}
