package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RefreshTest {
    private final StoppedTime time = new StoppedTime();
    private final AtomicInteger done = new AtomicInteger();
    private final Refresh refresh = new Refresh(Duration.ofSeconds(10), time);

    @Test
    void itIsDoneAgainWhenItIsDueAndNotBefore() {
        pass(9);
        refresh.ifDue(done::incrementAndGet);
        assertThat(done).hasValue(0);

        pass(1);
        refresh.ifDue(done::incrementAndGet);
        refresh.ifDue(done::incrementAndGet);
        assertThat(done).hasValue(1);
    }

    @Test
    void whoAsksWhileItIsDoneDoesNotWait() {
        pass(10);

        refresh.ifDue(() -> {
            CompletableFuture.runAsync(() -> refresh.ifDue(done::incrementAndGet))
                    .join();
            done.addAndGet(10);
        });

        assertThat(done).hasValue(10);
    }

    @Test
    void oneThatFailsIsNotDoneAgainAtOnce() {
        pass(10);

        assertThatThrownBy(() -> refresh.ifDue(() -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
        refresh.ifDue(done::incrementAndGet);
        assertThat(done).hasValue(0);

        pass(10);
        refresh.ifDue(done::incrementAndGet);
        assertThat(done).hasValue(1);
    }

    private void pass(int seconds) {
        time.pass(Duration.ofSeconds(seconds));
    }
}
