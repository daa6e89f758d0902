package org.mxcensus.datasets.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.store.ParquetFiles;

final class HostProviderRowTest {
    @TempDir
    Path folder;

    record Earlier(String host, String provider, String method) {}

    @Test
    void aFileOfAnEarlierVersionIsReadWithoutConfidenceAndKind() {
        Path file = folder.resolve("host_providers.parquet");
        ParquetFiles.write(
                new Table<>("host_providers", Earlier.class, List.of("host")),
                file,
                List.of(new Earlier("mx.example.net", "example.net", "registered_domain")));

        try (Stream<HostProviderRow> rows = ParquetFiles.read(Table.HOST_PROVIDERS, file)) {
            assertThat(rows)
                    .containsExactly(
                            new HostProviderRow("mx.example.net", "example.net", "registered_domain", null, null));
        }
    }

    @Test
    void confidenceAndKindSurviveTheFile() {
        Path file = folder.resolve("host_providers.parquet");
        HostProviderRow row = new HostProviderRow(
                "mx.example.net", "example.net", "map", ProviderConfidence.HIGH, ProviderKind.FILTER);
        ParquetFiles.write(Table.HOST_PROVIDERS, file, List.of(row));

        try (Stream<HostProviderRow> rows = ParquetFiles.read(Table.HOST_PROVIDERS, file)) {
            assertThat(rows).containsExactly(row);
        }
    }
}
