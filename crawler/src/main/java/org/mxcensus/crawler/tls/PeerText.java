package org.mxcensus.crawler.tls;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Bytes of a peer as text, without loss: UTF-8 where they are that, else a character for each byte.
public final class PeerText {
    private static final int EXCERPT = 300;

    private PeerText() {}

    public static String of(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /// As much of a text as an outcome keeps of it: 300 characters.
    public static String excerpt(String text) {
        return text.substring(0, Math.min(EXCERPT, text.length()));
    }
}
