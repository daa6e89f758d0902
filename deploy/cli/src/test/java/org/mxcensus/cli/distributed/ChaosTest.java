package org.mxcensus.cli.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.TrendsStore;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.cli.CommandRun;
import org.mxcensus.cli.Dataset;
import org.mxcensus.cli.TestLab;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.lab.smtp.Crowd;
import org.mxcensus.lab.smtp.SmtpCounters;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.World;

/// Whatever befalls the workers, the broker, the disk and the resolver: the dataset is the one that a single process
/// makes undisturbed, and nobody who is measured notices anything.
class ChaosTest {
    private static final long SEED = 20260801;
    static final int PARTITIONS = 8;
    private static final int WORKERS = 4;

    /// With the time limits of the internet: on a busy machine those of a lab are soon over.
    static final List<String> PATIENTLY = List.of("--pace", "normal");

    /// Of pace `normal`.
    private static final int AT_ONCE_PER_NETWORK = 4;

    private static final Duration BETWEEN_STARTS = Duration.ofMillis(100);

    /// How late a busy machine may count a connection: by so much a network may seem to be ahead of its pace. Two
    /// workers in one network would be ahead by half of the time that they are there.
    private static final Duration COUNTED_LATE = Duration.ofSeconds(2);

    /// So that a crawl which stands still ends the test. How long one takes depends on the machine and on what the pace
    /// asks of it after each disturbance.
    static final Duration END_OF_PATIENCE = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    @Test
    void threeThousandDomains() throws Exception {
        survive(3_000, 10, 1, Duration.ofSeconds(8));
    }

    @Test
    @Tag("full")
    void twentyThousandDomains() throws Exception {
        survive(20_000, 25, 3, Duration.ofSeconds(20));
    }

    private void survive(int domains, int chunk, int rounds, Duration resolverAway) throws Exception {
        World world = ChaosWorld.of(domains);
        List<Path> lists = ChaosWorld.lists(world, folder);
        Path optOut = ChaosWorld.optOut(folder);
        Dataset undisturbed = undisturbed(folder, world, lists, optOut);
        try (SmallDisk disk = SmallDisk.at(folder.resolve("data"));
                TestLab lab = TestLab.start(world, folder);
                Cluster cluster = new Cluster(
                        lab,
                        folder,
                        disk.directory(),
                        Stream.concat(PATIENTLY.stream(), Stream.of("--grace", "3", "--opt-out", optOut.toString()))
                                .toList())) {
            CommandRun enqueued = cluster.enqueue(lists, PARTITIONS, chunk);
            assertThat(enqueued.err()).isEmpty();
            Poison.into(cluster);
            for (int worker = 0; worker < WORKERS; worker++) {
                cluster.start();
            }
            Chaos chaos = new Chaos(cluster, lab, disk, resolverAway, 2 * PARTITIONS, SEED);
            chaos.unfold(Disturbance.plan(SEED, rounds));
            cluster.awaitEnd(END_OF_PATIENCE);

            nothingIsWrittenTwice(cluster.data());
            Dataset disturbed = new Dataset(cluster.data(), Cluster.CRAWL);
            theRowsAreThoseOf(undisturbed, world, disturbed);
            nobodyWasBothered(lab.lab().counters().smtp(), chaos.heldByPaused());
            nothingIsLost(cluster, disturbed);
            noBugCameOut(cluster);
            assumeThat(disk.canBeFilled())
                    .as("without root no small disk can be mounted: all but the full disk has been tried")
                    .isTrue();
        }
    }

    /// One process, in its own time.
    static Dataset undisturbed(Path folder, World world, List<Path> lists, Path optOut) throws Exception {
        Path data = folder.resolve("undisturbed");
        try (TestLab lab = TestLab.start(world, Files.createDirectory(folder.resolve("undisturbed-lab")))) {
            List<String> words = new ArrayList<>(lab.with("crawl"));
            lists.forEach(list -> words.add(list.toString()));
            words.addAll(List.of(
                    "--data", data.toString(), "--crawl", Cluster.CRAWL.toString(), "--opt-out", optOut.toString()));
            words.addAll(PATIENTLY);
            CommandRun run = CommandRun.of(words);
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        }
        return new Dataset(data, Cluster.CRAWL);
    }

    static void nothingIsWrittenTwice(Path data) {
        WorkRows<SmtpRow> smtp = WorkRows.of(data, Table.SMTP);
        assertThat(WorkRows.twice(WorkRows.of(data, Table.DOMAINS).first(), DomainRow::domain))
                .isEmpty();
        assertThat(WorkRows.twice(WorkRows.of(data, Table.MX_HOSTS).first(), HostRow::host))
                .isEmpty();
        assertThat(WorkRows.twice(smtp.first(), WorkRows::key)).isEmpty();
        assertThat(WorkRows.twice(smtp.second(), WorkRows::key)).isEmpty();
        assertThat(smtp.second().stream().map(WorkRows::key).sorted())
                .isNotEmpty()
                .isEqualTo(smtp.first().stream()
                        .filter(row -> row.notBefore() != null)
                        .map(WorkRows::key)
                        .sorted()
                        .toList());
    }

    static void theRowsAreThoseOf(Dataset undisturbed, World world, Dataset disturbed) {
        Set<String> greylisting = world.hosts().stream()
                .filter(host -> host.smtp().behaviour() == SmtpBehaviour.GREYLIST)
                .map(HostSpec::name)
                .collect(Collectors.toSet());
        SameRows same = new SameRows(undisturbed, disturbed);
        same.in(Table.FRAME, row -> row.source() + " " + row.domain(), row -> false, (row, json) -> {});
        same.in(Table.DOMAINS, DomainRow::domain, row -> false, (row, json) -> {});
        same.in(Table.MX_HOSTS, HostRow::host, Poison::isOf, (row, json) -> {});
        same.in(Table.SMTP, WorkRows::key, Poison::isOf, (row, json) -> {
            if (row.ip().equals(ChaosWorld.MANY_NAMES_ADDRESS)) {
                // The first four names of an address are looked at, and which these are follows from the order in
                // which eight partitions, and not one, happened to send them.
                json.remove(List.of("reused_from", "reuse_agreed"));
            }
            if (greylisting.contains(row.host())) {
                // The first call ever may have been that of a worker whose chunk was never published; and whoever did
                // not put us off is one of those that may be looked at a second time.
                json.remove(List.of("attempt", "second_looks"));
            }
        });
        assertThat(disturbed.rows(Table.MX_HOSTS)).filteredOn(Poison::isOf).hasSize(Poison.MESSAGES);
        assertThat(disturbed.rows(Table.SMTP)).filteredOn(Poison::isOf).hasSize(Poison.MESSAGES);
    }

    private static void nobodyWasBothered(SmtpCounters counters, Set<String> heldByPaused) {
        assertThat(counters.illMannered()).isZero();
        assertThat(counters.addresses().entrySet())
                .filteredOn(address -> address.getValue().mostAtOnce() > 1)
                .extracting(Map.Entry::getKey)
                .isSubsetOf(heldByPaused);
        Set<String> networks = heldByPaused.stream()
                .map(address -> address.substring(0, address.lastIndexOf('.')) + ".0/24")
                .collect(Collectors.toSet());
        assertThat(counters.networks().entrySet())
                .filteredOn(network -> network.getValue().mostAtOnce() > AT_ONCE_PER_NETWORK)
                .extracting(Map.Entry::getKey)
                .isSubsetOf(networks);
        counters.networks()
                .forEach((network, crowd) ->
                        assertThat(aheadOfPace(crowd)).as(network).isLessThan(COUNTED_LATE));
    }

    /// How much earlier a connection to a network came than it may have, at most.
    private static Duration aheadOfPace(Crowd crowd) {
        return LongStream.rangeClosed(2, crowd.connections())
                .mapToObj(count -> BETWEEN_STARTS
                        .multipliedBy(count - 1)
                        .minus(crowd.leastSpan((int) count).orElseThrow()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    static void nothingIsLost(Cluster cluster, Dataset disturbed) throws Exception {
        CommandRun status = cluster.status("--json");
        assertThat(status.err()).isEmpty();
        JsonNode crawl = new JsonMapper().readTree(status.out());
        assertThat(crawl.get("complete").asBoolean()).isTrue();
        int frame = disturbed.rows(Table.FRAME).size();
        assertThat(crawl.get("frame").asInt()).isEqualTo(frame);
        conserved(crawl, "domains", disturbed.rows(Table.DOMAINS).size());
        conserved(crawl, "mx-hosts", disturbed.rows(Table.MX_HOSTS).size());
        conserved(crawl, "smtp-targets", disturbed.rows(Table.SMTP).size());
        assertThat(stage(crawl, "domains").get("opted_out").asLong())
                .isEqualTo(disturbed.rows(Table.FRAME).stream()
                        .filter(row -> ChaosWorld.OPTED_OUT_DOMAINS.contains(row.domain()))
                        .count());
        assertThat(stage(crawl, "mx-hosts").get("opted_out").asLong()).isPositive();
        assertThat(stage(crawl, "domains").get("messages").asInt()).isEqualTo(frame);
        measuredAndNot(disturbed);
    }

    /// Messages are rows, or were there before, or may not be looked at.
    private static void conserved(JsonNode crawl, String name, int rows) {
        JsonNode stage = stage(crawl, name);
        assertThat(stage.get("waiting").asInt()).as(name).isZero();
        assertThat(stage.get("deferred").asInt()).as(name).isZero();
        assertThat(stage.get("complete_partitions").asInt()).as(name).isEqualTo(PARTITIONS);
        assertThat(stage.get("done").asInt()).as(name).isEqualTo(rows);
        assertThat(stage.get("messages").asInt())
                .as(name)
                .isEqualTo(rows
                        + stage.get("duplicates").asInt()
                        + stage.get("opted_out").asInt());
    }

    /// Whatever is asked: frame = measured + unmeasured.
    private static void measuredAndNot(Dataset disturbed) {
        long domains = disturbed.rows(Table.FRAME).stream()
                .map(FrameRow::domain)
                .distinct()
                .count();
        try (Trends trends =
                TrendsStore.open(new DirectoryStore(disturbed.directory())).orElseThrow()) {
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS))
                    .hasSize(Metric.values().length)
                    .allSatisfy(point -> assertThat(point.denominator() + point.unmeasured() + point.notApplicable())
                            .isEqualTo(point.frame())
                            .isEqualTo(domains));
        }
    }

    private static JsonNode stage(JsonNode crawl, String name) {
        return StreamSupport.stream(crawl.get("stages").spliterator(), false)
                .filter(stage -> stage.get("stage").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static void noBugCameOut(Cluster cluster) throws IOException {
        assertThat(cluster.everyone())
                .allSatisfy(
                        worker -> assertThat(worker.words()).as("%s", worker).doesNotContain("bug", "Exception"));
        assertThat(WorkerLogs.in(cluster.data()).errors()).isEmpty();
    }
}
