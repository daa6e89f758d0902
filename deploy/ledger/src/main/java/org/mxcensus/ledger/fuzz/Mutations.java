package org.mxcensus.ledger.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes inputs out of others: bytes changed, lost, doubled, moved, put together from two. Not for several threads.
final class Mutations {
    private static final int LONGEST = 1 << 17;
    private static final int MOST_CHANGES = 6;
    private static final int LONGEST_RUN = 64;

    /// Where counters, lengths and signs turn over.
    private static final int[] EDGES = {0, 1, 0x7F, 0x80, 0xFE, 0xFF};

    private final RandomGenerator random;
    private final List<byte[]> corpus;

    /// @param corpus at least one input
    Mutations(RandomGenerator random, List<byte[]> corpus) {
        this.random = random;
        this.corpus = corpus;
    }

    byte[] next() {
        byte[] input = any().clone();
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            input = changed(input);
        }
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    private byte[] changed(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int length = Math.min(random.nextInt(LONGEST_RUN), input.length - at);
        return switch (random.nextInt(9)) {
            case 0 -> set(input, at, random.nextInt(256));
            case 1 -> set(input, at, EDGES[random.nextInt(EDGES.length)]);
            case 2 -> set(input, at, at < input.length ? input[at] ^ 1 << random.nextInt(8) : 0);
            case 3 -> joined(input, at, new byte[0], at + length);
            case 4 -> joined(input, at, noise(length), at);
            case 5 -> joined(input, at, repeated(input, at, length), at + length);
            case 6 -> joined(input, at, piece(any()), at);
            case 7 -> joined(input, at, piece(any()), at + length);
            case 8 -> Arrays.copyOf(input, at);
            default -> throw new IllegalStateException("there are nine kinds");
        };
    }

    private byte[] any() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private static byte[] set(byte[] input, int at, int value) {
        if (at < input.length) {
            input[at] = (byte) value;
        }
        return input;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /// Some bytes again and again: what loops, nests or counts.
    private byte[] repeated(byte[] input, int at, int length) {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int times = 1 << random.nextInt(12); times > 0; times--) {
            many.write(input, at, length);
        }
        return many.toByteArray();
    }

    private byte[] piece(byte[] of) {
        int from = random.nextInt(of.length + 1);
        return Arrays.copyOfRange(of, from, from + random.nextInt(of.length - from + 1));
    }

    /// What is before one place and behind another, with something in between.
    private static byte[] joined(byte[] input, int until, byte[] between, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(input.length + between.length);
        joined.write(input, 0, until);
        joined.writeBytes(between);
        joined.write(input, from, input.length - from);
        return joined.toByteArray();
    }
}
