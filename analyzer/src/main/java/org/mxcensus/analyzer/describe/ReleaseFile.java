package org.mxcensus.analyzer.describe;

import java.util.Optional;
import java.util.stream.Stream;

/// A data file of a release.
///
/// @param name its path in the release
/// @param sha256 of its bytes
/// @param bytes how many
/// @param table the name of its table
public record ReleaseFile(String name, String sha256, long bytes, String table) {
    private static final String PARQUET = ".parquet";
    private static final String COMPRESSED = "\\.(zst|gz)$";

    boolean isParquet() {
        return name.endsWith(PARQUET);
    }

    /// `csv`, `parquet` or `jsonl`.
    String format() {
        return name.replaceFirst(COMPRESSED, "").replaceFirst("^.*\\.", "");
    }

    String mediaType() {
        return switch (format()) {
            case "csv" -> "text/csv";
            case "jsonl" -> "application/jsonl";
            default -> "application/vnd.apache.parquet";
        };
    }

    /// How it is compressed as a whole; empty where it is not.
    Optional<String> compression() {
        return Stream.of("zst", "gz").filter(end -> name.endsWith("." + end)).findFirst();
    }

    /// A name of letters, digits and hyphens alone.
    String slug() {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
