package org.mxcensus.crawler.source;

import java.nio.charset.StandardCharsets;
import org.mxcensus.datasets.store.UserError;

/// How an input is packed, by its first bytes.
enum Compression {
    NONE,
    GZIP,
    ZSTD;

    /// @throws UserError where it is packed in a way that we do not unpack
    static Compression of(String label, byte[] magic) {
        var text = new String(magic, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (text.startsWith("\u0028\u00b5\u002f\u00fd")) {
            return ZSTD;
        }
        var foreign = text.startsWith("PK\u0003\u0004")
                ? "zip"
                : text.startsWith("BZh") ? "bzip2" : text.startsWith("\u00fd7zXZ\u0000") ? "xz" : "";
        if (!foreign.isEmpty()) {
            throw new UserError("The input " + label + " is packed with " + foreign
                    + ", which is not read here: unpack it first, or pack it with gzip or zstd.");
        }
        if (text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff")) {
            throw new UserError("The input " + label + " is UTF-16 text: convert it first (iconv -f UTF-16 -t UTF-8).");
        }
        return NONE;
    }

    String shown() {
        return switch (this) {
            case NONE -> "plain";
            case GZIP -> "gzip";
            case ZSTD -> "zstd";
        };
    }
}
