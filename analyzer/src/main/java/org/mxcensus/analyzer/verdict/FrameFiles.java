package org.mxcensus.analyzer.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.schema.DelegationRow;
import org.mxcensus.datasets.schema.Table;

/// The files of table `frame` with the first name of each, so that whoever looks for a domain opens the right one.
///
/// @param files those that have rows, in order
record FrameFiles(CrawlTables tables, List<FrameFile> files) {

    /// @param first the first name in it, reversed
    record FrameFile(String path, String first) {}

    static FrameFiles of(CrawlTables tables) {
        return new FrameFiles(
                tables,
                tables.paths(Table.FRAME).stream()
                        .flatMap(path -> file(tables, path).stream())
                        .toList());
    }

    private static Optional<FrameFile> file(CrawlTables tables, String path) {
        try (Stream<DelegationRow> rows = tables.rows(DelegationRow.TABLE, path)) {
            return rows.findFirst().map(row -> new FrameFile(path, DomainNames.reversed(row.domain())));
        }
    }

    /// The rows from a domain's on, and some that come before it. Close the reader.
    TableReader<DelegationRow> from(String domain) {
        String wanted = DomainNames.reversed(domain);
        // A domain of several sources may begin in the file before the one that it leads.
        int before = (int) files.stream()
                .takeWhile(file -> file.first().compareTo(wanted) < 0)
                .count();
        return new TableReader<>(
                files.subList(Math.max(0, before - 1), files.size()).stream()
                        .map(FrameFile::path)
                        .toList(),
                path -> tables.rows(DelegationRow.TABLE, path));
    }
}
