package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;
import org.mxcensus.ledger.Tier;

/// A crawl over queues that outlive its processes: wherever one dies, or sleeps while another takes its place, the
/// files come out as if nothing had happened.
class TakeoverTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-24");
    private static final int DOMAINS = 18;
    private static final int PARTITIONS = 2;
    private static final StageLimits LIMITS = new StageLimits(4, 2, 4);

    /// Of the steps that the higher tiers try, the default tier tries one in so many.
    private static final int STRIDE = Tier.current() == Tier.DEFAULT ? 7 : 1;

    @TempDir
    Path folder;

    private int run;

    @Test
    void aDeathBetweenAnyTwoStepsCostsNothing() throws InterruptedException {
        List<String> undisturbed = undisturbed();
        int step = 0;
        boolean died;
        do {
            step += STRIDE;
            World world = new World();
            died = world.dies(Steps.dyingAt(step), 0);
            world.measure(Steps.undisturbed(), 0);
            assertThat(world.rows()).as("after a death at step %d", step).isEqualTo(undisturbed);
        } while (died);
        // Two stages send and seal, three publish and commit, and nothing of that is a single step.
        assertThat(step).as("steps of a whole crawl").isGreaterThan(150);
    }

    @Test
    void aDeathWhileTakingOverCostsNothingEither() throws InterruptedException {
        List<String> undisturbed = undisturbed();
        for (int step = 1; step < 120; step += 7 * STRIDE) {
            World world = new World();
            world.dies(Steps.dyingAt(60), 0);
            world.dies(Steps.dyingAt(step), 0);
            world.measure(Steps.undisturbed(), 0);
            assertThat(world.rows()).as("after deaths at steps 60 and %d", step).isEqualTo(undisturbed);
        }
    }

    @Test
    void whoSleepsAtAnyStepAndWakesWhenOthersHaveDoneHisWorkChangesNothing() throws InterruptedException {
        List<String> undisturbed = undisturbed();
        int step = 0;
        boolean slept;
        do {
            step += 3 * STRIDE;
            World world = new World();
            slept = world.sleepsThroughTheRest(Steps.sleepingAt(step), 0, 0);
            assertThat(world.rows()).as("after a sleep at step %d", step).isEqualTo(undisturbed);
        } while (slept);
        assertThat(step).isGreaterThan(150);
    }

    @Test
    void whateverStandsInPublishedRowsHasBeenLookedAtThoughTheWorldMoved() throws InterruptedException {
        for (int step = 1; step < 150; step += 4 * STRIDE) {
            World dead = new World();
            dead.dies(Steps.dyingAt(step), 0);
            dead.measure(Steps.undisturbed(), 3);
            dead.assertNothingIsLeftOut("a death", step);

            World asleep = new World();
            asleep.sleepsThroughTheRest(Steps.sleepingAt(step), 0, 3);
            asleep.assertNothingIsLeftOut("a sleep", step);
        }
    }

    private List<String> undisturbed() throws InterruptedException {
        World world = new World();
        world.measure(Steps.undisturbed(), 0);
        return world.rows();
    }

    /// What outlives the processes: a store and three queues.
    private final class World {
        private final Store store = new DirectoryStore(folder.resolve("run" + run++));
        private final LastingQueue<String> domains = new LastingQueue<>(PARTITIONS, domain -> domain);
        private final LastingQueue<String> hosts = new LastingQueue<>(PARTITIONS, host -> host);
        private final LastingQueue<SmtpTarget> targets = new LastingQueue<>(PARTITIONS, SmtpTarget::network);

        World() throws InterruptedException {
            var frame = domains.outbox(Steps.undisturbed());
            // Every third domain a second time: another source has it too.
            List<String> names = new ArrayList<>();
            IntStream.range(0, DOMAINS).forEach(number -> {
                names.add("d" + number + ".nl");
                if (number % 3 == 0) {
                    names.add("d" + number / 2 + ".nl");
                }
            });
            frame.send(names).settle();
            frame.seal(0);
        }

        /// @return whether the process died before it was done
        boolean dies(Steps steps, int shift) throws InterruptedException {
            try {
                measure(steps, shift);
            } catch (UserError e) {
                assertThat(e).hasMessageContaining("the process died");
            }
            return steps.happened();
        }

        /// One process sleeps at a step; another measures all; then the first wakes and goes on as if it owned
        /// everything.
        ///
        /// @return whether the first came to that step
        boolean sleepsThroughTheRest(Steps steps, int shift, int laterShift) throws InterruptedException {
            Thread sleeper = Thread.ofVirtual().start(() -> {
                try {
                    measure(steps, shift);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                } finally {
                    steps.ended();
                }
            });
            steps.awaitChosenOrEnd();
            measure(Steps.undisturbed(), laterShift);
            steps.wake();
            sleeper.join();
            return steps.happened();
        }

        /// All partitions of all stages, as one process that has them all.
        void measure(Steps steps, int shift) throws InterruptedException {
            Stages stages = new ToyWorld(shift).stages();
            WorkFiles files = new WorkFiles(new FailingStore(store, steps), DATE);
            List<Together.Part> parts = new ArrayList<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                int p = partition;
                parts.add(() -> run(
                        files,
                        stages.domains().of(p, Lease.FOREVER),
                        domains.inbox(p, steps),
                        Onward.to(hosts.outbox(steps), row -> DomainStage.hosts(row, false)),
                        1));
                parts.add(() -> run(
                        files,
                        stages.hosts().of(p, Lease.FOREVER),
                        hosts.inbox(p, steps),
                        Onward.to(targets.outbox(steps), HostStage::targets),
                        PARTITIONS));
                parts.add(() -> run(
                        files,
                        stages.targets().of(p, Lease.FOREVER),
                        targets.inbox(p, steps),
                        Onward.nowhere(),
                        PARTITIONS));
            }
            Together.run(parts);
        }

        private <M, R extends Record> void run(
                WorkFiles files,
                Stage<M, R> stage,
                org.mxcensus.crawler.queue.Inbox<M> inbox,
                Onward<R> onward,
                int senders)
                throws InterruptedException {
            new PartitionRun<>(new PartitionRun.Parts<>(
                            stage,
                            inbox,
                            onward,
                            new PartitionFiles<>(files, stage.table(), inbox.partition()),
                            Published.of(files, stage.table()).standing(inbox.partition()),
                            LIMITS,
                            new Semaphore(LIMITS.inFlight()),
                            senders,
                            Setback.GIVE_UP,
                            new StageProgress(stage.table().name()),
                            Clock.fixed(ToyWorld.NOW, ZoneOffset.UTC)))
                    .run();
        }

        List<String> rows() {
            return CrawledRows.of(new WorkFiles(store, DATE));
        }

        void assertNothingIsLeftOut(String after, int step) {
            WorkFiles files = new WorkFiles(store, DATE);
            Set<String> wanted = CrawledRows.read(files, Table.DOMAINS).stream()
                    .flatMap(row -> row.mx().stream())
                    .map(DomainRow.Mx::host)
                    .collect(Collectors.toSet());
            List<String> looked = CrawledRows.read(files, Table.MX_HOSTS).stream()
                    .map(HostRow::host)
                    .toList();
            assertThat(looked)
                    .as("%s at step %d", after, step)
                    .doesNotHaveDuplicates()
                    .containsAll(wanted);

            Set<String> addresses = CrawledRows.read(files, Table.MX_HOSTS).stream()
                    .flatMap(row -> row.addresses().stream().map(a -> row.host() + " " + a.ip()))
                    .collect(Collectors.toSet());
            List<String> called = CrawledRows.read(files, Table.SMTP).stream()
                    .filter(row -> row.attempt() == 1)
                    .map(row -> row.host() + " " + row.ip())
                    .toList();
            assertThat(called)
                    .as("%s at step %d", after, step)
                    .doesNotHaveDuplicates()
                    .containsAll(addresses);
        }
    }
}
