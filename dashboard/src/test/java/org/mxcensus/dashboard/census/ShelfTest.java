package org.mxcensus.dashboard.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.store.UserError;

class ShelfTest {
    private static final long PATIENCE = 60_000;

    @Test
    void anAnswerIsWorkedOutOnceForAKey() {
        AtomicInteger works = new AtomicInteger();
        Shelf<Integer> shelf = new Shelf<>(Runnable::run, PATIENCE);

        assertThat(shelf.get("a", works::incrementAndGet)).isEqualTo(1);
        assertThat(shelf.get("a", works::incrementAndGet)).isEqualTo(1);
        assertThat(shelf.get("b", works::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whoAsksForWhatIsBeingWorkedOutWaitsForTheSameAnswer() {
        List<Runnable> bench = new ArrayList<>();
        AtomicInteger works = new AtomicInteger();
        Shelf<Integer> shelf = new Shelf<>(bench::add, 1);
        assertThatThrownBy(() -> shelf.get("a", works::incrementAndGet)).isInstanceOf(TooBusy.class);
        assertThatThrownBy(() -> shelf.get("a", works::incrementAndGet)).isInstanceOf(TooBusy.class);
        assertThat(bench).hasSize(1);

        bench.getFirst().run();

        assertThat(shelf.get("a", works::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void whoDoesNotWaitBeginsTheWorkAndFindsItsAnswerLater() {
        List<Runnable> bench = new ArrayList<>();
        AtomicInteger works = new AtomicInteger();
        Shelf<Integer> shelf = new Shelf<>(bench::add, PATIENCE);
        assertThat(shelf.peek("a", works::incrementAndGet)).isEmpty();
        assertThat(shelf.peek("a", works::incrementAndGet)).isEmpty();
        assertThat(bench).hasSize(1);

        bench.getFirst().run();

        assertThat(shelf.peek("a", works::incrementAndGet)).contains(1);
    }

    @Test
    void whereTooManyWaitOneIsToldToComeBackAndMayThen() {
        CompletableFuture<Executor> full = CompletableFuture.completedFuture(_ -> {
            throw new RejectedExecutionException();
        });
        Shelf<Integer> shelf = new Shelf<>(work -> full.join().execute(work), PATIENCE);

        assertThatThrownBy(() -> shelf.get("a", () -> 1)).isInstanceOf(TooBusy.class);

        full.obtrudeValue(Runnable::run);
        assertThat(shelf.get("a", () -> 1)).isEqualTo(1);
    }

    @Test
    void aFailureIsToldAndNotKept() {
        Shelf<Integer> shelf = new Shelf<>(Runnable::run, PATIENCE);

        assertThatThrownBy(() -> shelf.get("a", () -> {
                    throw new UserError("judge it first.");
                }))
                .isInstanceOf(UserError.class)
                .hasMessage("judge it first.");
        assertThat(shelf.get("a", () -> 7)).isEqualTo(7);
    }

    @Test
    void whatWasNotAskedForLongestGivesWay() {
        AtomicInteger works = new AtomicInteger();
        Shelf<Integer> shelf = new Shelf<>(Runnable::run, PATIENCE);
        for (int key = 0; key <= 100; key++) {
            shelf.get(key, works::incrementAndGet);
            shelf.get(0, works::incrementAndGet);
        }

        assertThat(shelf.get(0, works::incrementAndGet)).isEqualTo(1);
        assertThat(shelf.get(1, works::incrementAndGet)).isEqualTo(102);
    }
}
