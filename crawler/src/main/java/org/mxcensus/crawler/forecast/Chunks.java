package org.mxcensus.crawler.forecast;

import java.util.Arrays;

/// The chunks of a partition that are open: begun, and not yet published. They are published in order.
final class Chunks {
    private final int size;
    private final int window;
    private final int[] outstanding;
    private final SecondTries.Batch[] putOff;
    private final SecondTries secondTries;
    private long taken;
    private long published;
    private boolean sealed;
    private long publishedAt;

    /// @param size targets in a chunk
    /// @param window chunks open at once
    Chunks(int size, int window, SecondTries secondTries) {
        this.size = size;
        this.window = window;
        this.secondTries = secondTries;
        outstanding = new int[window];
        putOff = new SecondTries.Batch[window];
        Arrays.setAll(putOff, i -> new SecondTries.Batch());
    }

    /// Whether the next target belongs to a chunk that may be begun.
    boolean hasRoom() {
        return taken / size < published + window;
    }

    /// Takes the next target up.
    ///
    /// @return its chunk
    long take() {
        long chunk = taken++ / size;
        outstanding[place(chunk)]++;
        return chunk;
    }

    /// A target of the chunk is through.
    void finish(long chunk) {
        outstanding[place(chunk)]--;
    }

    /// A target of the chunk is to be tried once more.
    void putOff(long chunk, int address, long draw, long due) {
        putOff[place(chunk)].add(address, draw, due);
        finish(chunk);
    }

    /// The queue has come to its end.
    void seal() {
        sealed = true;
    }

    /// Publishes what is complete, in order.
    void publish(long now) {
        while (isFirstComplete()) {
            int place = place(published);
            secondTries.offer(putOff[place]);
            putOff[place] = new SecondTries.Batch();
            published++;
            publishedAt = now;
        }
    }

    private boolean isFirstComplete() {
        boolean cut = taken >= (published + 1) * size || (sealed && taken > published * size);
        return cut && outstanding[place(published)] == 0;
    }

    boolean isDone() {
        return sealed && published * size >= taken;
    }

    /// When the last chunk so far was published.
    long publishedAt() {
        return publishedAt;
    }

    private int place(long chunk) {
        return (int) (chunk % window);
    }
}
