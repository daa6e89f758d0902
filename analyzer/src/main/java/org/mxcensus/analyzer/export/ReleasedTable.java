package org.mxcensus.analyzer.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mxcensus.analyzer.publish.DomainTexts;
import org.mxcensus.analyzer.publish.HostTexts;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.publish.VerdictTexts;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.ParquetFiles;

/// A table of rows about domains and hosts, which a release has from tier `domains` up.
///
/// @param table its rows
/// @param left what is left of a row below tier `full`
record ReleasedTable<R extends Record>(Table<R> table, UnaryOperator<R> left) {
    static final List<ReleasedTable<?>> ALL = List.of(
            new ReleasedTable<>(Table.FRAME, row -> row),
            new ReleasedTable<>(Table.DOMAINS, DomainTexts::left),
            new ReleasedTable<>(Table.MX_HOSTS, HostTexts::left),
            new ReleasedTable<>(Table.SMTP, HostTexts::left),
            new ReleasedTable<>(Table.CERTIFICATES, HostTexts::left),
            new ReleasedTable<>(Table.HOST_VERDICTS, VerdictTexts::left),
            new ReleasedTable<>(Table.EXCHANGE_VERDICTS, VerdictTexts::left),
            new ReleasedTable<>(Table.DOMAIN_VERDICTS, VerdictTexts::left),
            new ReleasedTable<>(Table.HOST_PROVIDERS, row -> row));

    /// The table of a name; empty where it is none of these.
    static Optional<ReleasedTable<?>> find(String name) {
        return ALL.stream()
                .filter(released -> released.table.name().equals(name))
                .findFirst();
    }

    /// Writes what a release has of a file.
    ///
    /// @return how many rows that are
    long write(Path from, Path to, ExportConfig config, Map<String, String> notes) {
        long written = 0;
        try (Stream<R> rows = ParquetFiles.read(table, from);
                ParquetFiles.Writer<R> writer = ParquetFiles.exported(table, to, notes, ParquetFiles.rows(from))) {
            for (R row : (Iterable<R>) rows::iterator) {
                Optional<R> kept = released(row, config);
                if (kept.isPresent()) {
                    writer.write(kept.get());
                    written++;
                }
            }
        }
        return written;
    }

    private Optional<R> released(R row, ExportConfig config) {
        R shown = config.tier() == Tier.FULL ? row : left.apply(row);
        return config.withheld().isEmpty()
                ? Optional.of(shown)
                : config.withheld().get().names().left(shown);
    }
}
