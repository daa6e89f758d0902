package org.mxcensus.analyzer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.warehouse.Slices.Slice;
import org.mxcensus.datasets.store.DirectoryStore;

class SlicesTest {
    /// The least that DuckDB writes into a row group.
    private static final int ROWS_OF_A_GROUP = 2_048;

    @TempDir
    Path folder;

    @Test
    void aSmallFrameIsOneSliceOfAllNames() {
        try (Warehouse warehouse = Warehouse.inMemory(new DirectoryStore(folder), Limits.DEFAULT)) {
            List<Slice> slices = Slices.of(warehouse, List.of(frame(warehouse, "small", 3, "a")));

            assertThat(slices).hasSize(1);
            assertThat(slices.getFirst().from()).isEmpty();
            assertThat(slices.getFirst().to()).isGreaterThan("zzz.рф");
        }
    }

    @Test
    void theSlicesOfSeveralFramesHaveEveryNameOnce() {
        try (Warehouse warehouse = Warehouse.inMemory(new DirectoryStore(folder), Limits.DEFAULT)) {
            Path one = frame(warehouse, "one", 100 * ROWS_OF_A_GROUP, "a");
            Path other = frame(warehouse, "other", 50 * ROWS_OF_A_GROUP, "b");
            warehouse.view("names", List.of(one, other));

            List<Slice> slices = Slices.of(warehouse, List.of(one, other));

            assertThat(slices).hasSize(3);
            assertThat(slices.getFirst().from()).isEmpty();
            assertThat(IntStream.range(1, slices.size()))
                    .allSatisfy(i -> assertThat(slices.get(i).from())
                            .isEqualTo(slices.get(i - 1).to()));
            assertThat(slices.stream().map(slice -> names(warehouse, slice)))
                    .allSatisfy(names -> assertThat(names).isPositive())
                    .satisfies(names -> assertThat(
                                    names.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(150L * ROWS_OF_A_GROUP));
        }
    }

    /// Names in their order, as table `frame` has them.
    private Path frame(Warehouse warehouse, String name, int rows, String letter) {
        Path file = folder.resolve(name + ".parquet");
        warehouse.run(new Question("""
                COPY (SELECT format('%s{:07d}.example', i) AS domain FROM range(%d) AS r(i) ORDER BY domain)
                TO '%s' (FORMAT parquet, ROW_GROUP_SIZE %d)
                """.formatted(letter, rows, file, ROWS_OF_A_GROUP), List.of()));
        return file;
    }

    private static long names(Warehouse warehouse, Slice slice) {
        return warehouse
                .ask(
                        new Question(
                                "SELECT count(*) FROM names WHERE domain >= ? AND domain < ?",
                                List.of(slice.from(), slice.to())),
                        row -> row.getLong(1))
                .getFirst();
    }
}
