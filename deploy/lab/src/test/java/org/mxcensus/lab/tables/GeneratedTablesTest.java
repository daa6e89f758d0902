package org.mxcensus.lab.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainMapping;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostMapping;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.MxStatus;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.WorkFiles;

class GeneratedTablesTest {
    private static final LocalDate CRAWL = LocalDate.of(2026, 3, 1);
    private static final Instant SEEN = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void rowsAreSuchAsProbesWriteThem() {
        DirectoryStore store = new DirectoryStore(folder);
        AtomicLong progress = new AtomicLong();

        GeneratedTables.Result result =
                GeneratedTables.write(store, CRAWL, new TableScale(3_000, 20, 7, SEEN), progress::set);

        List<FrameRow> frame = rows(store, Table.FRAME);
        List<DomainRow> domains = rows(store, Table.DOMAINS);
        List<HostRow> hosts = rows(store, Table.MX_HOSTS);
        List<SmtpRow> dialogues = rows(store, Table.SMTP);
        assertThat(frame).hasSize(3_000);
        assertThat(progress).hasValue(3_000);
        assertThat(result.source().simulated()).isTrue();
        assertThat(domains).hasSizeBetween(2_900, 2_999);
        domains.forEach(row -> assertThat(DomainMapping.toRow(DomainMapping.toObservation(row)))
                .isEqualTo(row));
        hosts.forEach(row ->
                assertThat(HostMapping.toRow(HostMapping.toObservation(row))).isEqualTo(row));
        dialogues.forEach(row ->
                assertThat(SmtpMapping.toRow(SmtpMapping.toObservation(row))).isEqualTo(row));

        Set<String> probed = hosts.stream().map(HostRow::host).collect(Collectors.toSet());
        assertThat(probed).hasSameSizeAs(hosts);
        assertThat(domains)
                .allSatisfy(row -> assertThat(probed)
                        .containsAll(row.mx().stream().map(DomainRow.Mx::host).toList()));
        Set<String> stored = rows(store, Table.CERTIFICATES).stream()
                .map(CertificateRow::sha256)
                .collect(Collectors.toSet());
        assertThat(dialogues).allSatisfy(row -> assertThat(stored).containsAll(row.chain()));
        assertThat(domains)
                .allSatisfy(
                        row -> assertThat(stored).containsAll(row.stsPolicy().chain()));
        assertThat(domains.stream().map(DomainRow::mxStatus).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        MxStatus.HOSTS,
                        MxStatus.IMPLICIT,
                        MxStatus.NULL_MX,
                        MxStatus.NO_MAIL,
                        MxStatus.NXDOMAIN,
                        MxStatus.UNMEASURED);
    }

    @Test
    void theSameSeedGivesTheSameRows() {
        DirectoryStore one = new DirectoryStore(folder.resolve("one"));
        DirectoryStore two = new DirectoryStore(folder.resolve("two"));
        DirectoryStore other = new DirectoryStore(folder.resolve("other"));

        GeneratedTables.write(one, CRAWL, new TableScale(400, 20, 7, SEEN), _ -> {});
        GeneratedTables.write(two, CRAWL, new TableScale(400, 20, 7, SEEN), _ -> {});
        GeneratedTables.write(other, CRAWL, new TableScale(400, 20, 8, SEEN), _ -> {});

        for (Table<?> table : Table.OBSERVED) {
            assertThat(rows(one, table)).isEqualTo(rows(two, table));
        }
        assertThat(rows(one, Table.DOMAINS)).isNotEqualTo(rows(other, Table.DOMAINS));
    }

    @Test
    void thereIsALargestFrame() {
        assertThatThrownBy(() -> new TableScale(10_000_001, 20, 1, SEEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TableScale(0, 20, 1, SEEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TableScale(1, 0, 1, SEEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TableScale(1, 10_001, 1, SEEN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static <R extends Record> List<R> rows(DirectoryStore store, Table<R> table) {
        List<R> all = new ArrayList<>();
        for (String part : new WorkFiles(store, CRAWL).parts(table)) {
            try (Stream<R> rows = ParquetFiles.read(table, store.local(part))) {
                rows.forEach(all::add);
            }
        }
        return all;
    }
}
