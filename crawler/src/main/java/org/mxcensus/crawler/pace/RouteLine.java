package org.mxcensus.crawler.pace;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A line of a routing table.
///
/// @param prefixes one; more where the line has a range
/// @param systems those that announce it; none where nobody does
record RouteLine(List<Prefix> prefixes, List<Long> systems) {
    private static final long LARGEST_AS = 0xFFFF_FFFFL; // RFC 6793: four octets

    /// @param high the first 64 bits, or all 32 of IPv4
    /// @param low the last 64 bits
    record Prefix(boolean isFour, long high, long low, int length) {}

    static Optional<RouteLine> parse(String line) {
        String[] words = line.strip().split("[\\s]+", 4);
        int slash = words[0].indexOf('/');
        if (words.length == 2 && slash > 0) {
            return of(words[0].substring(0, slash), words[0].substring(slash + 1), words[1]);
        }
        if (words.length < 3) {
            return Optional.empty();
        }
        return words[1].matches("\\d{1,3}") ? of(words[0], words[1], words[2]) : range(words[0], words[1], words[2]);
    }

    private static Optional<RouteLine> of(String address, String length, String systems) {
        Optional<byte[]> bytes = Literal.bytes(address);
        Optional<List<Long>> origins = systems(systems);
        int bits = length.matches("\\d{1,3}") ? Integer.parseInt(length) : Integer.MAX_VALUE;
        if (bytes.isEmpty() || origins.isEmpty() || bits > 8 * bytes.get().length) {
            return Optional.empty();
        }
        return Optional.of(new RouteLine(List.of(prefix(bytes.get(), bits)), origins.get()));
    }

    private static Prefix prefix(byte[] bytes, int bits) {
        return bytes.length == 4
                ? new Prefix(true, number(bytes, 0, 4), 0, bits)
                : new Prefix(false, number(bytes, 0, 8), number(bytes, 8, 16), bits);
    }

    static long number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            number = number << 8 | (bytes[at] & 0xFF);
        }
        return number;
    }

    private static Optional<RouteLine> range(String first, String last, String systems) {
        Optional<byte[]> from = Literal.bytes(first);
        Optional<byte[]> to = Literal.bytes(last);
        Optional<List<Long>> origins = systems(systems);
        if (from.isEmpty() || to.isEmpty() || origins.isEmpty() || from.get().length != to.get().length) {
            return Optional.empty();
        }
        BigInteger low = new BigInteger(1, from.get());
        BigInteger high = new BigInteger(1, to.get());
        return low.compareTo(high) > 0
                ? Optional.empty()
                : Optional.of(new RouteLine(
                        origins.get().isEmpty() ? List.of() : blocks(low, high, from.get().length), origins.get()));
    }

    /// The fewest prefixes that make up a range: each as long as its beginning and what is left allow.
    private static List<Prefix> blocks(BigInteger low, BigInteger high, int bytes) {
        List<Prefix> blocks = new ArrayList<>();
        BigInteger at = low;
        while (at.compareTo(high) <= 0) {
            int aligned = at.signum() == 0 ? 8 * bytes : at.getLowestSetBit();
            int left = high.subtract(at).add(BigInteger.ONE).bitLength() - 1;
            int host = Math.min(Math.min(aligned, left), 8 * bytes);
            blocks.add(prefix(padded(at, bytes), 8 * bytes - host));
            at = at.add(BigInteger.ONE.shiftLeft(host));
        }
        return blocks;
    }

    private static byte[] padded(BigInteger number, int length) {
        byte[] magnitude = number.toByteArray();
        byte[] result = new byte[length];
        int kept = Math.min(magnitude.length, length);
        System.arraycopy(magnitude, magnitude.length - kept, result, length - kept, kept);
        return result;
    }

    /// `64500`, `AS64500`, `64500_64501`, `{64500,64501}`. Zero is nobody (RFC 7607).
    private static Optional<List<Long>> systems(String text) {
        String[] words = text.replaceAll("[{}]", "").split("[_,]");
        boolean wellFormed = Arrays.stream(words).allMatch(word -> word.matches("(?i)(AS)?\\d{1,10}"));
        if (!wellFormed) {
            return Optional.empty();
        }
        List<Long> numbers = Arrays.stream(words)
                .map(word -> Long.parseLong(word.replaceFirst("(?i)AS", "")))
                .filter(number -> number != 0)
                .distinct()
                .toList();
        return numbers.stream().allMatch(number -> number <= LARGEST_AS) ? Optional.of(numbers) : Optional.empty();
    }
}
