package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.WorkFiles;

/// Given these files of a stage, this is how far its partitions have come.
class PublishedTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-24");
    private static final Table<SmtpRow> TABLE = Table.SMTP;

    @TempDir
    Path folder;

    private final List<String> opened = new ArrayList<>();
    private WorkFiles files;

    @BeforeEach
    void threePartitionsOfThreeChunks() {
        files = new WorkFiles(watched(new DirectoryStore(folder)), DATE);
        for (int partition = 0; partition < 3; partition++) {
            for (long chunk = 0; chunk < 3; chunk++) {
                publish(partition, chunk);
            }
        }
        partition(2).publishRetries(1, List.of(), new RetryNote(1, 1, ToyWorld.NOW));
        opened.clear();
    }

    @Test
    void aPartitionStandsWhereItsLastChunkEnds() {
        PartitionStanding standing = Published.of(files, TABLE).standing(1);

        assertThat(standing.chunks()).isEqualTo(3);
        assertThat(standing.end()).isEqualTo(130);
        assertThat(standing.retried()).isZero();
    }

    @Test
    void itsLastChunkIsTheOnlyFileThatIsOpened() {
        Published.of(files, TABLE).standing(1);

        assertThat(opened).containsExactly("part-00001-00000002.parquet");
    }

    @Test
    void itsLastSecondTriesAreOpenedToo() {
        PartitionStanding standing = Published.of(files, TABLE).standing(2);

        assertThat(standing.retried()).isEqualTo(2);
        assertThat(standing.retries().settled()).isEqualTo(1);
        assertThat(opened).containsExactly("part-00002-00000002.parquet", "part-00002-00000001-r1.parquet");
    }

    @Test
    void whatLiesBehindAGapIsNotYetPublished() {
        publish(0, 4);

        assertThat(Published.of(files, TABLE).standing(0).end()).isEqualTo(30);
    }

    @Test
    void aPartitionWithoutFilesStandsAtItsBeginning() {
        PartitionStanding standing = Published.of(files, TABLE).standing(3);

        assertThat(standing.end()).isZero();
        assertThat(standing.isComplete(1)).isFalse();
        assertThat(opened).isEmpty();
    }

    private void publish(int partition, long chunk) {
        long end = 100L * partition + 10 * (chunk + 1);
        partition(partition)
                .publish(chunk, List.of(), new ChunkNote(end, new TreeSet<>(), Tally.NOTHING, ToyWorld.NOW));
    }

    private PartitionFiles<SmtpRow> partition(int number) {
        return new PartitionFiles<>(files, TABLE, number);
    }

    /// A store that writes down which of its files are opened.
    private Store watched(Store store) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, a) -> {
                    if (method.getName().equals("local")) {
                        opened.add(Path.of((String) a[0]).getFileName().toString());
                    }
                    try {
                        return method.invoke(store, a);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
