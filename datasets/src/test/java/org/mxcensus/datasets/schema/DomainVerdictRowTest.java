package org.mxcensus.datasets.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.store.ParquetFiles;

final class DomainVerdictRowTest {
    @TempDir
    Path folder;

    record Earlier(
            String domain,
            Finding mail,
            List<String> hosts,
            Finding dnssec,
            @Nullable DaneStatus dane,
            @Nullable String provider,
            boolean selfHosted) {}

    @Test
    void aFileOfAnEarlierVersionLacksSomeColumnsAndTellsOthers() {
        Path file = folder.resolve("domain_verdicts.parquet");
        ParquetFiles.write(
                new Table<>("domain_verdicts", Earlier.class, List.of("domain")),
                file,
                List.of(new Earlier(
                        "example.nl",
                        Finding.YES,
                        List.of("mx.example.nl"),
                        Finding.NO,
                        DaneStatus.NOT_DEPLOYED,
                        "example.nl",
                        true)));

        try (Stream<DomainVerdictRow> rows = ParquetFiles.read(Table.DOMAIN_VERDICTS, file)) {
            DomainVerdictRow row = rows.findFirst().orElseThrow();
            assertThat(row.provider()).isEqualTo("example.nl");
            assertThat(row.dnsOperators()).isNull();
            assertThat(row.issuers()).isNull();
            assertThat(row.nextHopName()).isNull();
            assertThat(row.daneValid()).isEqualTo(Finding.NO);
        }
    }
}
