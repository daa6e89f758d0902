package org.mxcensus.dashboard.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Overtime;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.store.DirectoryStore;

/// There is one thread: whatever comes after an endless question is answered only if that question has ended.
class WorkbenchTest {
    private static final long LONG = 600_000;

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
    void whoeverGivesUpTheDatabaseIsFreeWhenTheTimeIsOver() {
        try (Workbench workbench = new Workbench(Duration.ofSeconds(1))) {
            Shelf<Long> hasty = new Shelf<>(workbench, 1);
            Shelf<Long> patient = new Shelf<>(workbench, LONG);

            assertThatThrownBy(() -> hasty.get("a", this::endless)).isInstanceOf(TooBusy.class);
            assertThat(patient.get("b", () -> 42L)).isEqualTo(42L);
            assertThatThrownBy(() -> patient.get("a", this::endless)).isInstanceOf(Overtime.class);
        }
    }

    @Test
    void closingEndsWhatIsBeingWorkedOut() throws Exception {
        CompletableFuture<Long> work;
        CountDownLatch begun = new CountDownLatch(1);
        Workbench workbench = new Workbench(Duration.ofDays(1));
        try (workbench) {
            work = CompletableFuture.supplyAsync(
                    () -> {
                        begun.countDown();
                        return endless();
                    },
                    workbench);
            begun.await();
        }

        assertThat(work.exceptionNow()).isInstanceOf(Overtime.class);
        assertThatThrownBy(() -> workbench.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private Long endless() {
        return warehouse
                .ask(
                        new Question("SELECT count(*) FROM range(100000000) a, range(100000000) b", List.of()),
                        row -> row.getLong(1))
                .getFirst();
    }
}
