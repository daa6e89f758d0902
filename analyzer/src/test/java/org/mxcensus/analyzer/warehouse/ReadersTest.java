package org.mxcensus.analyzer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;

/// What a reader of the dataset can make DuckDB do, and what not.
class ReadersTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void aQuestionThatTakesTooLongIsCancelled() {
        try (Readers readers =
                new Readers(Warehouse.confined(store(), Limits.READER), 1, Duration.ZERO, Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> readers.ask(own -> answer(
                            own,
                            "SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range")))
                    .isInstanceOf(Overtime.class)
                    .hasMessageEndingWith("ask for less.");
            assertThat(readers.<List<String>>ask(own -> answer(own, "SELECT 42")))
                    .containsExactly("42");
        }
    }

    @Test
    void whoFindsNoPlaceIsToldSoAndFindsOneLater() {
        try (Readers readers = new Readers(Warehouse.confined(store(), Limits.READER), 1, Duration.ZERO, LONG)) {
            readers.ask(own -> {
                assertThatThrownBy(() -> readers.ask(_ -> 1)).isInstanceOf(Crowded.class);
                return 1;
            });
            assertThatThrownBy(() -> readers.ask(_ -> {
                        throw new UserError("no.");
                    }))
                    .isInstanceOf(UserError.class);
            assertThat(readers.<Integer>ask(_ -> 7)).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT content FROM read_text('%s/outside')",
                "SELECT * FROM read_csv('%s/inside/../outside')",
                "COPY (SELECT 1) TO '%s/written'",
                "ATTACH '%s/other.duckdb'",
                "SET enable_external_access = true",
                "SET allowed_directories = ['/']",
                "SET memory_limit = '64GB'",
                "INSTALL httpfs"
            })
    void onlyFilesOfTheStoreAreOpenedAndNobodyChangesThat(String sql) throws Exception {
        Files.writeString(folder.resolve("outside"), "secret");
        DirectoryStore store = store();
        store.publish("x\n42\n".getBytes(StandardCharsets.UTF_8), "table.csv");
        try (Warehouse warehouse = Warehouse.confined(store, Limits.READER)) {
            assertThat(answer(warehouse, "SELECT x FROM read_csv('%s')".formatted(store.local("table.csv"))))
                    .containsExactly("42");
            assertThatThrownBy(() -> warehouse.run(question(sql.formatted(folder))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageFindingMatch("disabled by configuration|configuration has been locked");
        }
        assertThat(folder.resolve("written")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT content FROM read_text('%s/outside')",
                "CREATE TABLE t (i INT)",
                "DELETE FROM figures",
                "COPY figures TO '%s/written'",
                "SET enable_external_access = true",
                "SET threads = 64"
            })
    void aDatabaseForReadingIsReadAlone(String sql) throws Exception {
        Files.writeString(folder.resolve("outside"), "secret");
        Path file = folder.resolve("figures.duckdb");
        try (Warehouse warehouse = Warehouse.create(file, store(), Limits.READER)) {
            warehouse.run(question("CREATE TABLE figures AS SELECT 42 AS i"));
        }
        try (Warehouse warehouse = Warehouse.read(file, Limits.READER)) {
            assertThat(answer(warehouse, "SELECT i FROM figures")).containsExactly("42");
            assertThatThrownBy(() -> warehouse.run(question(sql.formatted(folder))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageFindingMatch("disabled by configuration|configuration has been locked|read-only");
        }
        assertThat(folder.resolve("written")).doesNotExist();
    }

    private DirectoryStore store() {
        return new DirectoryStore(folder.resolve("inside"));
    }

    private static Question question(String sql) {
        return new Question(sql, List.of());
    }

    private static List<String> answer(Warehouse warehouse, String sql) {
        return warehouse.ask(question(sql), row -> row.getString(1));
    }
}
