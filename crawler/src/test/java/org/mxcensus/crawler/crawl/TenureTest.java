package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// How the work on a partition ends, and who hears of it.
class TenureTest {
    private final AtomicInteger interruptions = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void anInterruptionThatNobodyHereHasMadeIsTold() {
        Tenure tenure = tenure(() -> {
            throw new InterruptedException("the lease of this worker has run out");
        });

        tenure.begin();

        await().until(() -> !tenure.isRunning());
        assertThat(interruptions).hasValue(1);
        assertThat(failures).hasValue(0);
    }

    @Test
    void soIsOneThatTheStorageHasNoticed() {
        Tenure tenure = tenure(() -> {
            throw new CancellationException("interrupted while the bucket was asked");
        });

        tenure.begin();

        await().until(() -> !tenure.isRunning());
        assertThat(interruptions).hasValue(1);
        assertThat(failures).hasValue(0);
    }

    @Test
    void whoIsStoppedIsNoCaseOfThat() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Tenure tenure = tenure(() -> {
            begun.countDown();
            new CountDownLatch(1).await();
            throw new IllegalStateException("nobody counts that down");
        });
        tenure.begin();
        begun.await();

        tenure.stop();

        assertThat(tenure.isRunning()).isFalse();
        assertThat(interruptions).hasValue(0);
        assertThat(failures).hasValue(0);
    }

    @Test
    void aFailureIsToldAsOne() {
        Tenure tenure = tenure(() -> {
            throw new IllegalStateException("the store is gone");
        });

        tenure.begin();

        await().until(() -> !tenure.isRunning());
        assertThat(failures).hasValue(1);
        assertThat(interruptions).hasValue(0);
    }

    private Tenure tenure(Tenure.Opening opening) {
        return new Tenure("domains-0", opening, interruptions::incrementAndGet, failure -> failures.incrementAndGet());
    }
}
