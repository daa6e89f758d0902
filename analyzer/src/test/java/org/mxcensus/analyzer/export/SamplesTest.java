package org.mxcensus.analyzer.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.datasets.schema.SchemaVersion;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.ParquetFiles;

/// The newest program reads a release of every version of the tables: `datasets/samples` has a small one of each, made
/// by the program of its time.
class SamplesTest {
    private static final Path SAMPLES = Path.of("../datasets/samples");

    /// Figures whose definition has not changed since the first version.
    private static final Set<String> STEADY = Set.of("mail", "dnssec", "starttls", "tls13", "mta_sts", "tlsrpt");

    @TempDir
    Path folder;

    @Test
    void thereIsOneOfEveryVersion() {
        assertThat(IntStream.rangeClosed(1, SchemaVersion.CURRENT)
                        .mapToObj(version -> SAMPLES.resolve("schema-" + version)))
                .allSatisfy(sample -> assertThat(sample).isDirectory());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsWholeAndEveryRowIsRead(Path sample) throws IOException {
        assertThat(Verify.of(sample)).isEmpty();
        for (ReleasedTable<?> table : ReleasedTable.ALL) {
            try (Stream<Path> files = Files.walk(sample.resolve(table.table().name()))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(rows(table.table(), file))
                            .isEqualTo(ParquetFiles.rows(file))
                            .isPositive();
                }
            }
        }
    }

    private static <R extends Record> long rows(Table<R> table, Path file) {
        try (Stream<R> rows = ParquetFiles.read(table, file)) {
            return rows.filter(row -> !row.toString().isEmpty()).count();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void countedAgainItHasTheFiguresThatItCameWith(Path sample) throws IOException {
        DirectoryStore store = new DirectoryStore(folder.resolve("data"));
        ReleaseImport.run(store, sample, Instant.parse("2027-01-01T00:00:00Z"));
        Path again = folder.resolve("again");
        Export.run(store, again, ExportConfig.of(Tier.FULL), new ExportProgress());

        assertThat(figures(again)).isEqualTo(figures(sample)).hasSizeGreaterThanOrEqualTo(STEADY.size());
    }

    /// What the whole frame's domains have: metric, frame, numerator, denominator, unmeasured.
    private static Set<String> figures(Path release) throws IOException {
        List<String> lines = ReleasedCsv.lines(release);
        List<String> columns = List.of(lines.getFirst().split(","));
        return lines.stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .filter(row -> row.get(columns.indexOf("scope")).equals("all")
                        && row.get(columns.indexOf("weighting")).equals("domains")
                        && STEADY.contains(row.get(columns.indexOf("metric"))))
                .map(row -> Stream.of("crawl", "metric", "frame", "numerator", "denominator", "unmeasured")
                        .map(column -> row.get(columns.indexOf(column)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            return samples.filter(Files::isDirectory).sorted().toList().stream();
        }
    }
}
