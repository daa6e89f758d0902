package org.mxcensus.analyzer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.store.DirectoryStore;

/// The database stops when the time is over; each test would hang if it did not.
class DeadlineTest {
    private static final String ENDLESS =
            "SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE a.range % 7 = b.range % 5";

    @TempDir
    Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = Warehouse.inMemory(new DirectoryStore(folder), Limits.READER);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void whatIsAskedWhenTheTimeIsOverIsCancelled() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(1));

        assertThatThrownBy(() -> deadline.bound(() -> ask(ENDLESS))).isInstanceOf(Overtime.class);
        assertThatThrownBy(() -> Deadline.in(Duration.ofSeconds(1)).bound(() -> {
                    warehouse.run(new Question("CREATE TABLE never AS " + ENDLESS, List.of()));
                    return 0;
                }))
                .isInstanceOf(Overtime.class);
        assertThat(ask("SELECT 42")).containsExactly("42");
    }

    @Test
    void afterTheEndNothingIsAsked() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        Deadline deadline = Deadline.in(Duration.ofMinutes(1), now::get);

        assertThat(deadline.bound(() -> ask("SELECT 1"))).containsExactly("1");
        now.set(Instant.EPOCH.plusSeconds(60));
        assertThatThrownBy(() -> deadline.bound(() -> ask("SELECT 1"))).isInstanceOf(Overtime.class);
        assertThat(ask("SELECT 42")).containsExactly("42");
    }

    @Test
    void somebodyElseCanEndTheWork() throws Exception {
        Deadline deadline = Deadline.in(Duration.ofDays(1));
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<List<String>> work = CompletableFuture.supplyAsync(() -> deadline.bound(() -> {
            begun.countDown();
            return ask(ENDLESS);
        }));
        begun.await();

        while (!work.isDone()) {
            deadline.end();
            Thread.onSpinWait();
        }

        assertThatThrownBy(work::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(Overtime.class);
        assertThat(ask("SELECT 42")).containsExactly("42");
    }

    @Test
    void aQuestionThatHasFailedJustNowNeedsNoEnd() throws Exception {
        Deadline deadline = Deadline.in(Duration.ofDays(1));
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            assertThat(deadline.bound(() -> endWhileClosed(deadline, statement)))
                    .isEqualTo("failed");
        }
    }

    private static String endWhileClosed(Deadline deadline, Statement statement) {
        try {
            return Deadline.ask(statement, () -> {
                statement.close();
                deadline.end();
                return "failed";
            });
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> ask(String sql) {
        return warehouse.ask(new Question(sql, List.of()), row -> row.getString(1));
    }
}
