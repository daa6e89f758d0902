package org.mxcensus.datasets.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The names of the files that `finish`, `judge` and `stats` write: `<table>/crawl=<date>/<run>-<n>.parquet`.
///
/// A run writes under names of its own, so that readers of the manifest before it are not disturbed.
///
/// @param crawl the date that names the crawl
/// @param run distinguishes this run from earlier ones of the same crawl
public record ReleaseFiles(LocalDate crawl, String run) {
    private static final DateTimeFormatter RUN =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    /// Names for a run that begins now.
    public static ReleaseFiles startedAt(LocalDate crawl, Instant now) {
        return new ReleaseFiles(crawl, RUN.format(now));
    }

    /// Publishes a finished local file as one of the table's and says how a manifest lists it.
    ///
    /// @param index from 0
    /// @param rows how many rows it has
    public Manifest.TableFile publish(Store store, Path localFile, String table, int index, long rows) {
        try {
            Manifest.TableFile file = new Manifest.TableFile(
                    table, name(table, index), Checksums.sha256(localFile), Files.size(localFile), rows);
            store.publish(localFile, file.path());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param index from 0
    public String name(String table, int index) {
        return "%s/crawl=%s/%s-%04d.parquet".formatted(table, crawl, run, index);
    }
}
