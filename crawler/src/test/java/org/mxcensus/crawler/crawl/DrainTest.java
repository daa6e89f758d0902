package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.WorkFiles;

/// A partition is taken away while its worker waits for storage elsewhere, which says so by a cancellation.
class DrainTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-24");
    private static final StageLimits LIMITS = new StageLimits(4, 2, 4);

    @TempDir
    Path folder;

    private final CountDownLatch asked = new CountDownLatch(1);

    @Test
    void whoLeavesInGoodOrderEndsWell() throws InterruptedException {
        PartitionRun<String, DomainRow> run = run();
        Thread leaving = Thread.ofPlatform().start(() -> {
            awaitAsked();
            run.drain(Duration.ofSeconds(30));
        });

        assertThatCode(run::run).doesNotThrowAnyException();
        leaving.join();
        assertThat(new DirectoryStore(folder).list("")).isEmpty();
    }

    @Test
    void whoIsStoppedWasInterruptedAndHasNotFailed() {
        PartitionRun<String, DomainRow> run = run();
        Thread working = Thread.currentThread();
        Thread.ofPlatform().start(() -> {
            awaitAsked();
            working.interrupt();
        });

        assertThatThrownBy(run::run).isInstanceOf(InterruptedException.class);
    }

    private PartitionRun<String, DomainRow> run() {
        LastingQueue<String> domains = new LastingQueue<>(1, domain -> domain);
        try {
            domains.outbox(Steps.undisturbed()).send(List.of("d0.nl", "d1.nl"));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        WorkFiles files = new WorkFiles(farAway(new DirectoryStore(folder)), DATE);
        Stage<String, DomainRow> stage = new ToyWorld(0).stages().domains().of(0, Lease.FOREVER);
        return new PartitionRun<>(new PartitionRun.Parts<>(
                stage,
                domains.inbox(0, Steps.undisturbed()),
                Onward.nowhere(),
                new PartitionFiles<>(files, stage.table(), 0),
                Published.of(files, stage.table()).standing(0),
                LIMITS,
                new Semaphore(LIMITS.inFlight()),
                1,
                Setback.GIVE_UP,
                new StageProgress(stage.table().name()),
                Clock.fixed(ToyWorld.NOW, ZoneOffset.UTC)));
    }

    /// Whether a file is there takes for ever to find out, unless one is interrupted.
    private Store farAway(Store store) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(),
                new Class<?>[] {Store.class},
                (_, method, arguments) -> method.getName().equals("exists") ? ask() : method.invoke(store, arguments));
    }

    private boolean ask() {
        asked.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CancellationException("interrupted while the bucket was asked");
    }

    private void awaitAsked() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
