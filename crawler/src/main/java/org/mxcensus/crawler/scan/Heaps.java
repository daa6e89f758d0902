package org.mxcensus.crawler.scan;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mxcensus.datasets.store.Store;

/// Puts what belongs together side by side, however much there is: texts go to one of several local files by their key,
/// and each file is then read by itself. Of ten million keys some 160,000 are in memory at a time.
final class Heaps implements AutoCloseable {
    private static final int FILES = 64;

    private final List<Path> paths;
    private final List<BufferedWriter> writers;

    Heaps(Store store, String hint) {
        paths = IntStream.range(0, FILES)
                .mapToObj(i -> store.scratch(hint + "-" + i))
                .toList();
        writers = paths.stream().map(Heaps::writer).toList();
    }

    /// @param key without blanks
    /// @param text without line feeds
    void add(String key, String text) {
        try {
            writers.get(Math.floorMod(key.hashCode(), FILES))
                    .append(key)
                    .append(' ')
                    .append(text)
                    .append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Hands on file after file: each key with its texts, in the order in which they came. No more can be added then.
    void each(Consumer<SortedMap<String, List<String>>> use) {
        try {
            for (int i = 0; i < FILES; i++) {
                writers.get(i).close();
                SortedMap<String, List<String>> texts = new TreeMap<>();
                try (var lines = Files.lines(paths.get(i))) {
                    lines.forEach(line -> {
                        int blank = line.indexOf(' ');
                        texts.computeIfAbsent(line.substring(0, blank), _ -> new ArrayList<>(2))
                                .add(line.substring(blank + 1));
                    });
                }
                use.accept(texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (int i = 0; i < FILES; i++) {
                writers.get(i).close();
                Files.deleteIfExists(paths.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedWriter writer(Path file) {
        try {
            return Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
