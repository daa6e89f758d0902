package org.mxcensus.datasets.store;

import java.time.LocalDate;
import org.mxcensus.datasets.schema.Table;

/// The names of the files that `finish`, `judge` and `stats` write: `<table>/crawl=<date>/<run>-<n>.parquet`.
///
/// A run writes under names of its own, so that readers of the manifest before it are not disturbed.
///
/// @param crawl the date that names the crawl
/// @param run distinguishes this run from earlier ones of the same crawl
public record ReleaseFiles(LocalDate crawl, String run) {

    /// @param index from 0
    public String name(Table<?> table, int index) {
        return name(table.name(), index);
    }

    /// @param index from 0
    public String name(String table, int index) {
        return "%s/crawl=%s/%s-%04d.parquet".formatted(table, crawl, run, index);
    }
}
