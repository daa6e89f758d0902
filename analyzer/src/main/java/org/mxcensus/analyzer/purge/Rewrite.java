package org.mxcensus.analyzer.purge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.publish.Withheld;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.ParquetFiles;

/// A file of a table without what is withheld.
///
/// @param file in the place of the old one; empty where nothing in that is withheld
/// @param rows how many it has
/// @param removed rows
/// @param changed rows
record Rewrite(Optional<Path> file, long rows, long removed, long changed) {
    /// Notes that Parquet's writer makes itself.
    private static final String WRITERS_OWN = "parquet.";

    /// @param to where the new file goes; nothing is there afterwards where it is not needed
    static <R extends Record> Rewrite of(Table<R> table, Path from, Path to, Withheld withheld) {
        long rows = 0;
        long removed = 0;
        long changed = 0;
        try (Stream<R> read = ParquetFiles.read(table, from);
                ParquetFiles.Writer<R> writer = ParquetFiles.released(table, to, notes(from))) {
            for (R row : (Iterable<R>) read::iterator) {
                Optional<R> left = withheld.left(row);
                if (left.isEmpty()) {
                    removed++;
                } else {
                    rows++;
                    changed += left.get() == row ? 0 : 1;
                    writer.write(left.get());
                }
            }
        }
        boolean needed = removed + changed > 0;
        if (!needed) {
            delete(to);
        }
        return new Rewrite(needed ? Optional.of(to) : Optional.empty(), rows, removed, changed);
    }

    private static Map<String, String> notes(Path file) {
        return ParquetFiles.notes(file).entrySet().stream()
                .filter(note ->
                        !note.getKey().startsWith(WRITERS_OWN) && !note.getKey().equals("writer.model.name"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
