package org.mxcensus.dashboard.census;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.TrendsCache;
import org.mxcensus.datasets.store.Store;

/// By what a store's published state is known: its manifests, which list all else, and the cache of statistics.
final class Edition {
    /// A later start may be that of a newer program, which answers otherwise.
    private static final String START = UUID.randomUUID().toString();

    private Edition() {}

    /// A digest; the same as long as the files are.
    static String of(Store store) {
        MessageDigest digest = sha256();
        digest.update(START.getBytes(StandardCharsets.UTF_8));
        Stream.concat(store.list("manifests/").stream(), Stream.of(TrendsCache.FILE))
                .filter(store::exists)
                .map(name -> name + identity(store.local(name)))
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    /// By what a state of a file is known; empty where it is gone.
    static String identity(Path file) {
        try {
            return " %s %d%n".formatted(Files.getLastModifiedTime(file), Files.size(file));
        } catch (NoSuchFileException e) {
            return ""; // It went while we looked: the next look sees another state.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
