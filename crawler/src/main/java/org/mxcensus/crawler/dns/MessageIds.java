package org.mxcensus.crawler.dns;

import java.util.random.RandomGenerator;

/// Message ids that cannot be guessed (RFC 5452 §9.2). Bytes are drawn in blocks, since each draw from a secure
/// source is dear. Not for several threads.
final class MessageIds {
    private final RandomGenerator random;
    private final byte[] block = new byte[4096];
    private int used = block.length;

    MessageIds(RandomGenerator random) {
        this.random = random;
    }

    int next() {
        if (used == block.length) {
            random.nextBytes(block);
            used = 0;
        }
        return (block[used++] & 0xFF) << 8 | block[used++] & 0xFF;
    }
}
