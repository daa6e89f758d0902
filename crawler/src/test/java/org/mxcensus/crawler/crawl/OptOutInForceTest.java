package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.Warnings;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.OptOutSource;
import org.mxcensus.crawler.pace.RoutingTable;
import org.mxcensus.crawler.pace.StoppedTime;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.WorkFiles;

/// Given lists that change while a crawl runs, who is left alone from when on.
class OptOutInForceTest {
    private static final LocalDate CRAWL = LocalDate.parse("2026-08-01");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final StoppedTime time = new StoppedTime();
    private final AtomicReference<OptOut> ours = new AtomicReference<>(list("example.org"));
    private final Warnings warnings = Warnings.of(OptOutInForce.class.getName());
    private Store store;

    @BeforeEach
    void aCrawl() {
        store = new DirectoryStore(folder);
    }

    @AfterEach
    void close() {
        warnings.close();
    }

    @Test
    void whatIsAddedHereHoldsHere() {
        OptOutSource inForce = join(ours::get);
        ours.set(list("example.org", "example.net"));
        assertThat(inForce.current().covers("example.net")).isFalse();

        time.pass(OptOutInForce.LOOK_EVERY);

        assertThat(inForce.current().covers("example.net")).isTrue();
    }

    @Test
    void whatIsAddedElsewhereHoldsHereToo() {
        OptOutSource inForce = join(ours::get);
        join(() -> list("example.net"));

        time.pass(OptOutInForce.LOOK_EVERY);

        assertThat(inForce.current().entries()).containsExactly("example.net", "example.org");
    }

    @Test
    void nobodyIsStruckOffWithinACrawl() {
        OptOutSource inForce = join(ours::get);
        ours.set(OptOut.NOBODY);

        time.pass(OptOutInForce.LOOK_EVERY);

        assertThat(inForce.current().covers("example.org")).isTrue();
        assertThat(join(() -> OptOut.NOBODY).current().covers("example.org"))
                .as("by one who is started later")
                .isTrue();
    }

    @Test
    void whatIsAddedHereHoldsThoughTheStorageIsAway() throws Exception {
        Store broken = new DirectoryStore(folder.resolve("broken"));
        OptOutSource inForce = OptOutInForce.of(
                new OptOutLists(new WorkFiles(broken, CRAWL)), ours::get, RoutingTable.NONE, true, CLOCK, time);
        Path lists = folder.resolve("broken/work/crawl=2026-08-01/opt-out");
        try (var files = Files.list(lists)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "not a name");
            }
        }
        for (String more : List.of("example.net", "example.com")) {
            ours.set(list("example.org", more));
            time.pass(OptOutInForce.LOOK_EVERY);
            assertThat(inForce.current().covers(more)).isTrue();
        }

        assertThat(warnings.lines()).singleElement().asString().contains("cannot be read or added to");
    }

    @Test
    void eachListIsNotedOnce() {
        OptOutSource inForce = join(ours::get);
        for (int look = 0; look < 5; look++) {
            time.pass(OptOutInForce.LOOK_EVERY);
            inForce.current();
        }
        ours.set(list("example.org", "example.net"));
        time.pass(OptOutInForce.LOOK_EVERY);
        inForce.current();

        assertThat(new OptOutLists(new WorkFiles(store, CRAWL)).recorded().get("opt_out_in_force"))
                .matches(
                        "from 2026-08-01T10:00:00Z: . entries, sha256 .{64}; from 2026-08-01T10:00:00Z: . entries, .*");
    }

    private OptOutSource join(OptOutSource list) {
        return OptOutInForce.of(
                new OptOutLists(new WorkFiles(store, CRAWL)), list, RoutingTable.NONE, false, CLOCK, time);
    }

    private static OptOut list(String... entries) {
        return OptOut.parse(List.of(entries), "list");
    }
}
