package org.mxcensus.crawler.domain;

import java.util.random.RandomGenerator;

/// Labels that nobody has published.
///
/// Each begins with an underscore as the labels that it is compared with do, for some servers make up answers for what
/// looks like a host only. It is no longer than the shortest of them, so it fits wherever they do.
final class RandomLabel {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    /// 36^9: by chance a name is met once in a hundred million million.
    private static final int LENGTH = 9;

    private final RandomGenerator random;

    RandomLabel(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        StringBuilder label = new StringBuilder("_");
        for (int i = 0; i < LENGTH; i++) {
            label.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return label.toString();
    }
}
