package org.mxcensus.cli.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.cli.CommandRun;
import org.mxcensus.cli.Dataset;
import org.mxcensus.cli.TestLab;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.crawler.queue.KafkaConfig;
import org.mxcensus.crawler.queue.KafkaTopics;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// Whatever is wrong with what `enqueue`, `worker` and `status` are given: one sentence that says what and where, and
/// nothing lost in the dataset or at the broker.
class WorkerMistakesTest {
    private static final String DISTRIBUTED = Cluster.CRAWL.toString();
    private static final String ALONE = "2026-07-01";
    private static final String NEW = "2026-09-01";

    @TempDir
    static Path folder;

    private static TestLab lab;
    private static Cluster cluster;
    private static Path list;
    private static Path data;
    private static CommandRun watched;

    @BeforeAll
    static void twoCrawlsOneOfThemByAWorker() throws Exception {
        lab = TestLab.start(
                World.of(
                        ZoneSpec.of("nl"),
                        DomainSpec.of("one.nl").withMx("10 mx.one.nl"),
                        DomainSpec.of("two.nl").withMx("10 mx.one.nl"),
                        DomainSpec.of("left.nl").withMx("10 mx.one.nl"),
                        HostSpec.of("mx.one.nl")),
                folder);
        list = lab.list(folder);
        data = folder.resolve("data");
        cluster = new Cluster(lab, folder, data, List.of());
        assertThat(crawl(ALONE, list).err()).isEmpty();
        assertThat(cluster.enqueue(List.of(list), 2, 100).err()).isEmpty();
        CompletableFuture<CommandRun> watch = CompletableFuture.supplyAsync(() -> cluster.status("--watch", "1"));
        Path optOut = Files.writeString(folder.resolve("opt-out.txt"), "left.nl\n");
        CommandRun worker = cluster.work("--opt-out", optOut.toString());
        assertThat(worker.err()).isEmpty();
        assertThat(worker.status()).isEqualTo(ExitStatus.DONE);
        watched = watch.get();
    }

    @AfterAll
    static void end() {
        cluster.close();
        lab.close();
    }

    @Test
    void aWorkerForACrawlThatDoesNotExist() throws Exception {
        refuses(() -> worker(data, NEW), NEW, data.toString(), ALONE, DISTRIBUTED, "--crawl");
    }

    @Test
    void aWorkerForACrawlOfOneProcess() throws Exception {
        refuses(() -> worker(data, ALONE), ALONE, "one process", "mxcensus crawl --crawl " + ALONE);
    }

    @Test
    void aWorkerWithADirectoryThatIsNotThere() throws Exception {
        Path nowhere = folder.resolve("nowhere");

        refuses(() -> worker(nowhere, DISTRIBUTED), nowhere.toString(), "--data");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aWorkerWithOtherStorage() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        refuses(() -> worker(empty, DISTRIBUTED), empty.toString(), "--data");
        assertThat(Dataset.files(empty)).isEmpty();
    }

    @Test
    void aWorkerWithStorageThatHasAnotherCrawlOfThisDate() throws Exception {
        Path other = folder.resolve("other");
        String plan = "work/crawl=" + DISTRIBUTED + "/plan.json";
        Files.createDirectories(other.resolve(plan).getParent());
        Files.writeString(
                other.resolve(plan),
                Files.readString(data.resolve(plan)).replaceFirst("\"id\" : \"....", "\"id\" : \"0000"));
        Map<String, String> before = Dataset.files(other);

        refuses(() -> worker(other, DISTRIBUTED), DISTRIBUTED, other.toString(), "--data");
        assertThat(Dataset.files(other)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--pace gentle            | and not an address: 1 at once, starts 1000 ms apart; a network: 2 at once",
                "--ehlo other.example.org | ehlo_name is probe.mxcensus.test and not other.example.org",
                "--dns-timeout 9          | dns_timeout is PT3S and not PT9S",
                "--implicit-mx            | implicit_mx is false and not true",
            })
    void aWorkerThatWouldMeasureOtherwise(String options, String said) throws Exception {
        refuses(() -> worker(data, DISTRIBUTED, options.split(" ")), DISTRIBUTED, said, "start it with their options");
    }

    @Test
    void aWorkerWithoutTheOptOutListOfTheOthersLeavesThemAloneAndSaysSo() throws IOException {
        Map<String, String> before = Dataset.files(data);

        CommandRun run = worker(data, DISTRIBUTED);

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(Dataset.files(data)).isEqualTo(before);
        assertThat(WorkerLogs.in(data).count("leaves left.nl alone, which the opt-out list given here lacks"))
                .isEqualTo(1);
        assertThat(new Dataset(data, Cluster.CRAWL).manifest().configuration())
                .containsEntry("opt_out_entries", "1")
                .containsKey("opt_out_sha256");
    }

    @Test
    void aWorkerOfAStageThatIsNone() throws Exception {
        refuses(
                ExitStatus.USAGE,
                () -> worker(data, DISTRIBUTED, "--stage", "mail"),
                "--stage knows no mail",
                "smtp-targets");
    }

    @Test
    void aWorkerWhoseResolverIsAway() throws Exception {
        lab.lab().resolverClosed();
        try {
            refuses(
                    () -> worker(data, DISTRIBUTED, "--dns-timeout", "1"),
                    "127.0.0.1",
                    String.valueOf(lab.lab().resolver().getPort()),
                    "--resolver");
        } finally {
            lab.lab().resolverBack();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "enqueue", "status"})
    void aBrokerThatIsNotThere(String command) throws Exception {
        // Bound, so that nobody else listens there, and not listening.
        try (Socket closed = new Socket()) {
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            brokerDoesNotAnswer(command, closed.getLocalPort());
        }
    }

    @Test
    void aBrokerThatTakesConnectionsAndSaysNothing() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            brokerDoesNotAnswer("worker", mute.getLocalPort());
        }
    }

    private static void brokerDoesNotAnswer(String command, int port) throws Exception {
        String address = "127.0.0.1:" + port;
        Path impatient = Files.writeString(
                folder.resolve("impatient.properties"), "default.api.timeout.ms=300\nrequest.timeout.ms=250\n");
        List<String> words = new ArrayList<>(
                switch (command) {
                    case "worker" -> lab.with("worker", "--crawl", DISTRIBUTED);
                    case "enqueue" -> List.of("enqueue", list.toString(), "--crawl", NEW);
                    default -> List.of(command, "--crawl", DISTRIBUTED);
                });
        words.addAll(List.of("--data", data.toString(), "--kafka", address, "--kafka-config", impatient.toString()));

        refuses(() -> CommandRun.of(words), address, "does not answer", "check the address and that it runs");
    }

    @Test
    void aCrawlInOneProcessOfWhatWorkersMeasure() throws Exception {
        refuses(() -> crawl(DISTRIBUTED, list), DISTRIBUTED, "mxcensus worker --crawl " + DISTRIBUTED);
    }

    @Test
    void enqueueOfWhatOneProcessMeasures() throws Exception {
        refuses(() -> enqueue(data, ALONE, list), ALONE, "mxcensus crawl --crawl " + ALONE);
    }

    @Test
    void enqueueOfAnotherInputIntoACrawlThatHasBegun() throws Exception {
        Path other = Files.writeString(folder.resolve("other.txt"), "three.nl\n");

        refuses(() -> enqueue(data, DISTRIBUTED, other), DISTRIBUTED, "other inputs (domains.txt)", "--crawl");
    }

    @Test
    void enqueueOfACrawlThatLiesInOtherStorage() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");

        refuses(
                () -> enqueue(elsewhere, DISTRIBUTED, list),
                DISTRIBUTED,
                cluster.bootstrap(),
                elsewhere.toString(),
                "--data");
        assertThat(Dataset.files(elsewhere)).isEmpty();
    }

    @Test
    void enqueueOfNothing() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.txt"), "");

        refuses(() -> enqueue(data, NEW, empty), "empty.txt");
    }

    @Test
    void enqueueTwiceAddsNothingTwice() throws Exception {
        Map<String, String> before = Dataset.files(data);
        List<List<Long>> atBroker = atBroker();

        CommandRun again = enqueue(data, DISTRIBUTED, list);

        assertThat(again.status()).isEqualTo(ExitStatus.DONE);
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains("Enqueued 3 domains of the crawl of " + DISTRIBUTED);
        assertThat(Dataset.files(data)).isEqualTo(before);
        assertThat(atBroker()).isEqualTo(atBroker);
    }

    @Test
    void statusIsATableForAPerson() {
        CommandRun run = cluster.status();

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .hasSize(5)
                .satisfiesExactly(
                        title -> assertThat(title)
                                .isEqualTo("Crawl of %s: 3 domains of the frame, complete", DISTRIBUTED),
                        heads -> assertThat(heads).startsWith("stage").contains("done", "waiting", "unmeasured"),
                        domains -> assertThat(domains).matches("domains +2 +0 .* 2/2"),
                        hosts -> assertThat(hosts).matches("mx-hosts +1 +0 .* 2/2"),
                        targets -> assertThat(targets).matches("smtp-targets +1 +0 .* 2/2"));
    }

    @Test
    void statusIsOneObjectForAProgram() throws IOException {
        CommandRun run = cluster.status("--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(1);
        JsonNode crawl = new JsonMapper().readTree(run.out());
        assertThat(names(crawl)).containsExactly("crawl", "frame", "partitions", "complete", "stages");
        assertThat(crawl.get("crawl").asText()).isEqualTo(DISTRIBUTED);
        assertThat(crawl.get("frame").asInt()).isEqualTo(3);
        assertThat(crawl.get("partitions").asInt()).isEqualTo(2);
        assertThat(crawl.get("complete").asBoolean()).isTrue();
        assertThat(crawl.get("stages"))
                .extracting(stage -> stage.get("stage").asText())
                .containsExactlyElementsOf(Cluster.STAGES);
        assertThat(crawl.get("stages"))
                .allSatisfy(stage -> assertThat(names(stage))
                        .containsExactly(
                                "stage",
                                "messages",
                                "duplicates",
                                "opted_out",
                                "done",
                                "waiting",
                                "deferred",
                                "reused",
                                "unmeasured",
                                "per_second",
                                "seconds_left",
                                "duplicate_share",
                                "unmeasured_share",
                                "complete_partitions"));
        JsonNode domains = crawl.get("stages").get(0);
        assertThat(domains.get("messages").asInt()).isEqualTo(3);
        assertThat(domains.get("opted_out").asInt()).isEqualTo(1);
        assertThat(domains.get("done").asInt()).isEqualTo(2);
        assertThat(domains.get("seconds_left").asInt()).isZero();
    }

    @Test
    void statusWatchesUntilTheCrawlIsComplete() {
        assertThat(watched.status()).isEqualTo(ExitStatus.DONE);
        assertThat(watched.err()).isEmpty();
        List<String> titles = watched.out()
                .lines()
                .filter(line -> line.startsWith("Crawl of"))
                .toList();
        assertThat(titles).hasSizeGreaterThan(1);
        assertThat(titles.getFirst()).doesNotContain("complete");
        assertThat(titles.getLast()).endsWith(", complete");
    }

    @Test
    void statusThatIsToBeSaidWithoutAPause() throws Exception {
        refuses(ExitStatus.USAGE, () -> cluster.status("--watch", "0"), "--watch", "0");
    }

    private interface Run {
        CommandRun run();
    }

    private static void refuses(Run run, String... named) throws Exception {
        refuses(ExitStatus.FAILED, run, named);
    }

    private static void refuses(int status, Run run, String... named) throws Exception {
        Map<String, String> before = Dataset.files(data);
        List<List<Long>> atBroker = atBroker();

        CommandRun refused = run.run();

        assertThat(refused.complaints())
                .singleElement()
                .asString()
                .contains(named)
                .endsWith(".")
                .doesNotContain("Exception", "bug");
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.out()).isEmpty();
        assertThat(Dataset.files(data)).isEqualTo(before);
        assertThat(atBroker()).isEqualTo(atBroker);
    }

    private static CommandRun worker(Path data, String date, String... more) {
        List<String> words = lab.with("worker", "--data", data.toString(), "--crawl", date);
        words.addAll(List.of("--kafka", cluster.bootstrap()));
        words.addAll(List.of(more));
        return CommandRun.of(words);
    }

    private static CommandRun enqueue(Path data, String date, Path input) {
        return CommandRun.of(
                "enqueue",
                input.toString(),
                "--data",
                data.toString(),
                "--crawl",
                date,
                "--kafka",
                cluster.bootstrap());
    }

    private static CommandRun crawl(String date, Path input) {
        return CommandRun.of(lab.with("crawl", input.toString(), "--data", data.toString(), "--crawl", date));
    }

    /// How much each partition of each queue of the distributed crawl holds.
    private static List<List<Long>> atBroker() throws InterruptedException {
        KafkaConfig kafka = new KafkaConfig(cluster.bootstrap(), Map.of());
        try (KafkaTopics topics = new KafkaTopics(kafka, DISTRIBUTED, Cluster.STAGES)) {
            List<List<Long>> held = new ArrayList<>();
            for (String stage : Cluster.STAGES) {
                held.add(Arrays.stream(topics.ends(stage)).boxed().toList());
            }
            return held;
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
