package org.mxcensus.datasets.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mxcensus.datasets.schema.Table;

/// A part of a table of a running crawl: what one chunk of one partition contributed.
///
/// @param file its name within the table's folder
public record Part<R extends Record>(Table<R> table, String file) {
    private static final Pattern CHUNK = Pattern.compile("part-(\\d+)-(\\d+)(-r1)?\\.parquet");

    /// The rows of a chunk.
    ///
    /// @param partition from 0
    /// @param chunk from 0
    public static <R extends Record> Part<R> of(Table<R> table, int partition, long chunk) {
        return new Part<>(table, "part-%05d-%08d.parquet".formatted(partition, chunk));
    }

    /// Second tries of what a chunk put off.
    public static <R extends Record> Part<R> retries(Table<R> table, int partition, long chunk) {
        return new Part<>(table, "part-%05d-%08d-r1.parquet".formatted(partition, chunk));
    }

    /// What a chunk of another table's stage brings along. Two workers may look at the same chunk, and the rows of
    /// either may come to stand: both keep what theirs refer to.
    ///
    /// @param origin the stage's own table
    /// @param content a digest of what it brings
    public static <R extends Record> Part<R> broughtBy(
            Table<?> origin, Table<R> table, int partition, long chunk, long content) {
        return new Part<>(
                table,
                String.format(
                        Locale.ROOT, "part-%s-%05d-%08d-%016x.parquet", origin.name(), partition, chunk, content));
    }

    /// Which chunk a file has the rows of.
    ///
    /// @param retried whether they are second tries
    public record Place(int partition, long chunk, boolean retried) {}

    /// @param name of a file, with or without its folders
    /// @return empty where it is not the part of a chunk of the stage itself
    public static Optional<Place> place(String name) {
        Matcher matcher = CHUNK.matcher(name.substring(name.lastIndexOf('/') + 1));
        return matcher.matches()
                ? Optional.of(new Place(
                        Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3) != null))
                : Optional.empty();
    }
}
