package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Part;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;
import org.mxcensus.ledger.Tier;

/// The dataset is the state: wherever the process dies, the next run ends with the same rows, none twice.
class CrashPointTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-24");
    private static final int DOMAINS = 24;
    private static final StageLimits LIMITS = new StageLimits(5, 2, 4);

    /// Of the steps that the higher tiers try, the default tier tries one in so many.
    private static final int STRIDE = Tier.current() == Tier.DEFAULT ? 3 : 1;

    @TempDir
    Path folder;

    private int run;

    private List<String> undisturbed = List.of();

    @BeforeEach
    void crawlWithoutDisturbance() throws InterruptedException {
        Store store = newStore();
        crawl(store, new ToyWorld(0));
        undisturbed = CrawledRows.of(new WorkFiles(store, DATE));
    }

    @Test
    void anUndisturbedCrawlLooksAtEachKeyOnce() throws InterruptedException {
        ToyWorld world = new ToyWorld(0);
        Store store = newStore();
        crawl(store, world);

        assertThat(world.looks.values()).allMatch(count -> count.get() == 1);
        assertThat(world.looks).hasSize(DOMAINS + 10 + 20 + ToyWorld.CALLED_TWICE);
        assertThat(CrawledRows.of(new WorkFiles(store, DATE)))
                .isEqualTo(undisturbed)
                .doesNotHaveDuplicates();
    }

    @Test
    void aCrashAtAnyStepOfPublishingCostsNothing() throws InterruptedException {
        int step = 0;
        boolean crashed;
        do {
            step += STRIDE;
            Store store = newStore();
            crashed = crashes(store, step);
            crawl(store, new ToyWorld(0));
            assertThat(CrawledRows.of(new WorkFiles(store, DATE)))
                    .as("after a crash at step %d", step)
                    .isEqualTo(undisturbed);
        } while (crashed);
        assertThat(step).as("steps of a whole crawl").isGreaterThan(2 * (7 + 7 + 4));
    }

    @Test
    void aCrashWhileGoingOnCostsNothingEither() throws InterruptedException {
        for (int step = 1; step < 30; step += 3 * STRIDE) {
            Store store = newStore();
            crashes(store, 12);
            crashes(store, step);
            crawl(store, new ToyWorld(0));
            assertThat(CrawledRows.of(new WorkFiles(store, DATE)))
                    .as("after crashes at steps 12 and %d", step)
                    .isEqualTo(undisturbed);
        }
    }

    @Test
    void whatIsPublishedIsNotLookedAtAgain() throws InterruptedException {
        Store store = newStore();
        crawl(store, new ToyWorld(0));
        ToyWorld again = new ToyWorld(0);
        crawl(store, again);

        assertThat(again.looks).isEmpty();
    }

    @Test
    void aWorldThatMovesBetweenTheRunsLeavesNoHostAndNoAddressOut() throws InterruptedException {
        for (int step = 1; step < 40; step += 2 * STRIDE) {
            Store store = newStore();
            crashes(store, step);
            crawl(store, new ToyWorld(3));
            WorkFiles files = new WorkFiles(store, DATE);

            Set<String> wanted = CrawledRows.read(files, Table.DOMAINS).stream()
                    .flatMap(row -> row.mx().stream())
                    .map(DomainRow.Mx::host)
                    .collect(Collectors.toSet());
            List<String> hosts = CrawledRows.read(files, Table.MX_HOSTS).stream()
                    .map(HostRow::host)
                    .toList();
            assertThat(hosts).as("step %d", step).doesNotHaveDuplicates().containsAll(wanted);

            List<String> targets = CrawledRows.read(files, Table.SMTP).stream()
                    .filter(row -> row.attempt() == 1)
                    .map(row -> row.host() + " " + row.ip())
                    .toList();
            Set<String> addresses = CrawledRows.read(files, Table.MX_HOSTS).stream()
                    .flatMap(row -> row.addresses().stream().map(a -> row.host() + " " + a.ip()))
                    .collect(Collectors.toSet());
            assertThat(targets).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(addresses);
        }
    }

    @Test
    void theChunksOfAPartitionAreThoseOfItsOffsets() throws InterruptedException {
        Store store = newStore();
        crawl(store, new ToyWorld(0));
        WorkFiles files = new WorkFiles(store, DATE);

        // 24 domains of one source and 8 of them again of the other: 32 messages.
        assertThat(files.parts(Table.DOMAINS)).hasSize(7);
        try (var first = files.read(Part.of(Table.DOMAINS, 0, 1))) {
            assertThat(first.map(DomainRow::domain))
                    .containsExactlyElementsOf(IntStream.range(5, 10)
                            .mapToObj(CrashPointTest::domain)
                            .toList());
        }
    }

    @Test
    void aSecondTryIsMadeOfWhatWasPutOffAndOfNothingElse() throws InterruptedException {
        Store store = newStore();
        crawl(store, new ToyWorld(0));
        List<SmtpRow> rows = CrawledRows.read(new WorkFiles(store, DATE), Table.SMTP);

        assertThat(keys(rows.stream().filter(row -> row.attempt() == 2)))
                .hasSize(ToyWorld.CALLED_TWICE)
                .isEqualTo(keys(rows.stream().filter(row -> row.notBefore() != null)));
        assertThat(standing(store).waiting()).isZero();
        assertThat(standing(store).retries().settled()).isEqualTo(ToyWorld.CALLED_TWICE);
    }

    @Test
    void aSecondTryThatWouldComeADayLateIsNotMadeAndNotWaitedFor() throws InterruptedException {
        Store store = newStore();
        crawl(store, new ToyWorld(0), ToyWorld.NOW.plus(Duration.ofDays(2)));
        List<SmtpRow> rows = CrawledRows.read(new WorkFiles(store, DATE), Table.SMTP);

        assertThat(rows).allMatch(row -> row.attempt() == 1);
        assertThat(rows.stream().filter(row -> row.notBefore() != null)).hasSize(ToyWorld.CALLED_TWICE);
        assertThat(standing(store).isComplete(1)).isTrue();
        assertThat(standing(store).retries().measured()).isZero();
    }

    private static PartitionStanding standing(Store store) {
        return Published.of(new WorkFiles(store, DATE), Table.SMTP).standing(0);
    }

    private static Set<String> keys(Stream<SmtpRow> rows) {
        return rows.map(row -> row.host() + " " + row.ip()).collect(Collectors.toSet());
    }

    private Store newStore() {
        Store store = new DirectoryStore(folder.resolve("run" + run++));
        WorkFiles files = new WorkFiles(store, DATE);
        // Two sources that share every third domain: the frame has both rows, the crawl looks once.
        List<FrameRow> frame = new ArrayList<>();
        IntStream.range(0, DOMAINS).mapToObj(CrashPointTest::domain).forEach(domain -> frame.add(row(domain, "a")));
        IntStream.range(0, DOMAINS)
                .filter(number -> number % 3 == 0)
                .mapToObj(CrashPointTest::domain)
                .forEach(domain -> frame.add(row(domain, "b")));
        files.publish(Part.of(Table.FRAME, 0, 0), frame.subList(0, 20));
        files.publish(Part.of(Table.FRAME, 0, 1), frame.subList(20, frame.size()));
        CrawlPlan.inOneProcess(LIMITS.chunkSize(), 2, frame.size(), List.of(), Map.of())
                .publish(files);
        return store;
    }

    private static FrameRow row(String domain, String source) {
        return new FrameRow(domain, source, "nl", null, null, null);
    }

    private static String domain(int number) {
        return "d" + number + ".nl";
    }

    /// @return whether the store failed before the crawl's end
    private static boolean crashes(Store store, int step) throws InterruptedException {
        Steps steps = Steps.dyingAt(step);
        try {
            crawl(new FailingStore(store, steps), new ToyWorld(0));
        } catch (UserError e) {
            assertThat(e).hasMessageContaining("the process died");
        }
        return steps.happened();
    }

    private static void crawl(Store store, ToyWorld world) throws InterruptedException {
        crawl(store, world, ToyWorld.NOW);
    }

    private static void crawl(Store store, ToyWorld world, Instant now) throws InterruptedException {
        WorkFiles files = new WorkFiles(store, DATE);
        CrawlPlan plan = CrawlPlan.find(files).orElseThrow();
        new Pipeline(
                        files,
                        plan,
                        world.stages(),
                        LIMITS,
                        false,
                        new CrawlProgress(plan.frameRows()),
                        Clock.fixed(now, ZoneOffset.UTC))
                .run();
    }

    @Test
    void whatTheStoreSaysEndsTheCrawl() {
        assertThatThrownBy(() -> crawl(new FailingStore(newStore(), Steps.dyingAt(1)), new ToyWorld(0)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the process died");
    }
}
