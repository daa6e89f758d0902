package org.mxcensus.cli.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionTimeoutException;
import org.mxcensus.broker.BrokerOptions;
import org.mxcensus.broker.BrokerProcess;
import org.mxcensus.cli.CommandRun;
import org.mxcensus.cli.TestLab;
import org.mxcensus.cli.session.ExitStatus;

/// A world, a broker and any number of workers, which share a directory.
final class Cluster implements AutoCloseable {
    static final LocalDate CRAWL = LocalDate.of(2026, 8, 1);
    static final List<String> STAGES = List.of("domains", "mx-hosts", "smtp-targets");
    static final List<String> TABLES = List.of("domains", "mx_hosts", "smtp");

    /// Short, so that what a dead worker had is soon another's.
    static final Duration SESSION = Duration.ofSeconds(6);

    private static final Duration HEARTBEAT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofMinutes(2);

    private final TestLab lab;
    private final Path folder;
    private final Path data;
    private final List<String> place;
    private final List<String> java;
    private final List<String> options;
    private final List<Worker> workers = new ArrayList<>();
    private BrokerProcess broker;

    /// @param folder for what the broker keeps and the workers say
    /// @param data the directory that the workers share
    /// @param options for each of the workers
    Cluster(TestLab lab, Path folder, Path data, List<String> options) {
        this(lab, folder, data, List.of("--data", data.toString()), List.of(), options);
    }

    /// @param data a directory with what the workers have written down
    /// @param place where the dataset lies, as options of every command
    /// @param java options of the workers' JVMs
    Cluster(TestLab lab, Path folder, Path data, List<String> place, List<String> java, List<String> options) {
        this.lab = lab;
        this.folder = folder;
        this.data = data;
        this.place = List.copyOf(place);
        this.java = List.copyOf(java);
        this.options = List.copyOf(options);
        this.broker = startBroker(0);
    }

    private BrokerProcess startBroker(int port) {
        return BrokerProcess.start(
                BrokerOptions.in(folder.resolve("kafka")).withPort(port).withSession(SESSION, HEARTBEAT),
                folder.resolve("broker.out"));
    }

    /// Where the broker listens; the same after a restart.
    String bootstrap() {
        return broker.bootstrap();
    }

    /// The broker's process; another one after a restart.
    BrokerProcess broker() {
        return broker;
    }

    /// Starts the broker again, on the same records.
    void brokerBack() {
        broker = startBroker(Integer.parseInt(bootstrap().substring(bootstrap().lastIndexOf(':') + 1)));
    }

    CommandRun enqueue(List<Path> inputs, int partitions, int chunk) {
        List<String> words = new ArrayList<>(List.of("enqueue"));
        inputs.forEach(input -> words.add(input.toString()));
        words.addAll(List.of("--partitions", String.valueOf(partitions), "--chunk", String.valueOf(chunk)));
        words.addAll(common());
        return CommandRun.of(words);
    }

    /// A worker more.
    Worker start(String... more) {
        int number = workers.size();
        List<String> words = new ArrayList<>(lab.with("worker"));
        words.addAll(common());
        words.addAll(options);
        words.addAll(List.of("--kafka-config", named(Worker.name(number)).toString()));
        words.addAll(List.of(more));
        Worker worker = Worker.start(number, folder, java, words);
        workers.add(worker);
        return worker;
    }

    /// A worker more, in this JVM, until it ends.
    CommandRun work(String... more) {
        List<String> words = new ArrayList<>(lab.with("worker"));
        words.addAll(common());
        words.addAll(options);
        words.addAll(List.of(more));
        return CommandRun.of(words);
    }

    /// Client settings by which the broker tells a worker from the others.
    private Path named(String client) {
        try {
            return Files.writeString(folder.resolve(client + ".properties"), "client.id=" + client + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> common() {
        return Stream.concat(place.stream(), Stream.of("--crawl", CRAWL.toString(), "--kafka", bootstrap()))
                .toList();
    }

    CommandRun status(String... more) {
        List<String> words = new ArrayList<>(List.of("status"));
        words.addAll(common());
        words.addAll(List.of(more));
        return CommandRun.of(words);
    }

    /// Every worker that was ever started.
    List<Worker> everyone() {
        return List.copyOf(workers);
    }

    List<Worker> alive() {
        return workers.stream().filter(Worker::isAlive).toList();
    }

    Path data() {
        return data;
    }

    /// Files that the stages have published.
    int published() {
        return TABLES.stream().mapToInt(this::published).sum();
    }

    private int published(String table) {
        Path parts = data.resolve("work/crawl=" + CRAWL).resolve(table);
        if (!Files.isDirectory(parts)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(parts)) {
            return (int) files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until the coordinator of every stage that is not over knows a worker.
    void awaitJoined(Worker worker) {
        awaitStages("%s in all stages".formatted(worker), admin -> {
            Set<String> over = stagesThatAreOver();
            return STAGES.stream().allMatch(stage -> over.contains(stage) || knows(admin, stage, worker));
        });
    }

    /// Waits until no coordinator knows a worker any more.
    void awaitGone(Worker worker) {
        awaitStages(
                "%s in no stage".formatted(worker),
                admin -> STAGES.stream().noneMatch(stage -> knows(admin, stage, worker)));
    }

    private void awaitStages(String what, Predicate<Admin> state) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap()))) {
            await(what).atMost(LONG).until(() -> state.test(admin));
        }
    }

    /// Those that nobody is a member of any more.
    private Set<String> stagesThatAreOver() {
        JsonNode crawl = json(status("--json"));
        return StreamSupport.stream(crawl.get("stages").spliterator(), false)
                .filter(stage -> stage.get("complete_partitions").asInt()
                        == crawl.get("partitions").asInt())
                .map(stage -> stage.get("stage").asText())
                .collect(Collectors.toSet());
    }

    private static JsonNode json(CommandRun run) {
        try {
            return new JsonMapper().readTree(run.out());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean knows(Admin admin, String stage, Worker worker) {
        String group = CRAWL + "." + stage;
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .anyMatch(member -> member.clientId().equals(worker.toString()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                // Nobody has joined it yet.
                return false;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A foreign program writes bytes into a queue.
    void pollute(String stage, int partition, byte[] bytes) {
        try (var producer = new KafkaProducer<byte[], byte[]>(
                Map.of("bootstrap.servers", bootstrap()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(CRAWL + "." + stage, partition, null, bytes))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Waits until those who are left have ended by themselves.
    void awaitEnd(Duration atMost) {
        awaitWork(atMost, () -> alive().isEmpty());
        assertThat(workers)
                .allSatisfy(worker -> assertThat(worker.process().exitValue())
                        .as("%s:%n%s", worker, worker.words())
                        .isNotIn(ExitStatus.FAILED, ExitStatus.USAGE));
    }

    /// Waits for something that comes of the workers' work. Where it does not come, what they are about is told.
    void awaitWork(Duration atMost, Callable<Boolean> come) {
        try {
            await().atMost(atMost).until(come);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    alive().stream().map(PartitionThreads::of).collect(Collectors.joining("", "no progress\n", "")), e);
        }
    }

    @Override
    public void close() {
        workers.forEach(worker -> worker.process().destroyForcibly());
        workers.forEach(worker -> worker.process().onExit().join());
        broker.close();
    }
}
