package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.Warnings;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.WorkFiles;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.generate.GeneratedWorld;

/// A resolver that is away for a while is no property of any domain: the rows are those of a crawl that it stayed for.
class ResolverAwayTest {
    private static final String WATCH = "org.mxcensus.crawler.dns.Presence";

    @TempDir
    private static Path folder;

    private static @Nullable Lab lab;
    private static List<String> undisturbed = List.of();

    @BeforeAll
    static void crawlWithoutDisturbance() throws Exception {
        GeneratedWorld generated = new GeneratedWorld(7, 600);
        lab = Lab.start(generated.atMonth(6), LabOptions.defaults());
        Files.write(folder.resolve("domains.txt"), generated.domains());
        try (Crawl crawl = open("undisturbed")) {
            crawl.run();
        }
        undisturbed = rows("undisturbed");
    }

    @AfterAll
    static void stop() {
        lab().close();
    }

    @Test
    void silentForAWhile() throws Exception {
        crawlWhile(Lab::resolverAway, "silent");
        assertUndisturbed(rows("silent"));
    }

    @Test
    @Tag("full")
    void closedForAWhile() throws Exception {
        crawlWhile(Lab::resolverClosed, "closed");
        assertUndisturbed(rows("closed"));
    }

    private static void crawlWhile(Consumer<Lab> outage, String name) throws Exception {
        try (Crawl crawl = open(name);
                Warnings warnings = Warnings.of(WATCH)) {
            AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
            Thread running = Thread.ofPlatform().start(() -> {
                try {
                    crawl.run();
                } catch (InterruptedException | RuntimeException e) {
                    failure.set(e);
                }
            });
            await().until(() -> crawl.progress().domains().done() > 50);
            outage.accept(lab());
            await().atMost(Duration.ofMinutes(1)).until(() -> !warnings.lines().isEmpty());
            lab().resolverBack();
            running.join();
            assertThat(failure.get()).isNull();
            assertThat(warnings.lines()).as("away, and back").hasSize(2);
        }
    }

    private static Crawl open(String name) {
        // Few at a time, so that most are still to come when the resolver goes.
        CrawlConfig config = new CrawlConfig(
                LabCrawl.DATE,
                List.of(SourceInput.of(folder.resolve("domains.txt"))),
                true,
                true,
                new StageLimits(100, 4, 24),
                LabCrawl.probes(lab()),
                Map.of());
        return Crawl.open(new DirectoryStore(folder.resolve(name)), config, Clock.systemUTC());
    }

    private static Lab lab() {
        return Optional.ofNullable(lab).orElseThrow();
    }

    private static void assertUndisturbed(List<String> rows) {
        assertThat(rows).filteredOn(row -> !undisturbed.contains(row)).isEmpty();
        assertThat(rows).hasSameSizeAs(undisturbed);
    }

    /// What the DNS said, without times and without what a lost datagram changes, and who was called because of it.
    private static List<String> rows(String name) {
        WorkFiles files = new WorkFiles(new DirectoryStore(folder.resolve(name)), LabCrawl.DATE);
        Stream<String> answers = Stream.of(Table.DOMAINS, Table.MX_HOSTS)
                .flatMap(table -> rows(files, table))
                .map(Record::toString)
                .map(row -> row.replaceAll("(observedAt|queries|elapsedMs)=[^,\\]]*", "$1"));
        Stream<String> calls = rows(files, Table.SMTP)
                .map(row -> row.host() + " at " + row.ip())
                .distinct();
        return Stream.concat(answers, calls).sorted().toList();
    }

    private static <R extends Record> Stream<R> rows(WorkFiles files, Table<R> table) {
        return files.parts(table).stream()
                .flatMap(part -> ParquetFiles.read(table, files.store().local(part)));
    }
}
