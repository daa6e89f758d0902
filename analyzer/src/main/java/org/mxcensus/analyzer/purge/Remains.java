package org.mxcensus.analyzer.purge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mxcensus.analyzer.publish.Withheld;
import org.mxcensus.datasets.store.Store;

/// Texts of a store that say a name and are no table: logs, opt-out lists, what a crawl was begun with.
public final class Remains {
    private static final List<String> TEXTS = List.of(".log", ".json", ".jsonl", ".txt", ".md", ".csv");

    private Remains() {}

    /// The names of the files, for a person to decide about. An opt-out list has the name so that it is not measured
    /// again.
    public static List<String> of(Store store, String name) {
        Withheld withheld = Withheld.below(name);
        return store.list("").stream()
                .filter(file -> TEXTS.stream().anyMatch(file::endsWith))
                .filter(file -> withheld.isIn(text(store.local(file))))
                .toList();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
