package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.broker.Broker;
import org.mxcensus.broker.BrokerOptions;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.queue.Inbox.Item;
import org.mxcensus.crawler.queue.Inbox.Message;

/// A broker that is away for a while: senders wait, workers stop, and both go on by themselves.
class KafkaOutageTest {
    private final Channel<String> domains = QueueContract.channel("domains");

    @TempDir
    Path folder;

    private BrokerOptions options;
    private Broker broker;
    private KafkaConfig config;
    private KafkaTopics topics;
    private KafkaOutboxes outboxes;

    @BeforeEach
    void start() throws InterruptedException {
        options = BrokerOptions.in(folder).withSession(Duration.ofSeconds(4), Duration.ofMillis(500));
        broker = Broker.start(options);
        config = new KafkaConfig(broker.bootstrap(), Map.of());
        options = options.withPort(Integer.parseInt(broker.bootstrap().split(":")[1]));
        topics = new KafkaTopics(config, "outage", List.of("domains"));
        topics.create(TopicSettings.of(1));
        outboxes = new KafkaOutboxes(config, topics);
    }

    @AfterEach
    void stop() {
        outboxes.close();
        topics.close();
        broker.close();
    }

    @Test
    void theLeaseRunsOutAndPartitionsComeBackWithTheBroker() throws InterruptedException {
        Outbox<String> outbox = outboxes.outbox(domains);
        outbox.send(messages(0, 100));
        try (Keeper keeper = new Keeper(config, topics, domains, 10, Ticker.SYSTEM)) {
            Inbox<String> inbox = keeper.inbox(0);
            inbox.resume(0);
            keeper.intake().lease().require();

            broker.close();
            await().until(() -> keeper.told().contains("lost 0"));
            assertThatThrownBy(keeper.intake().lease()::require).isInstanceOf(InterruptedException.class);
            assertThatThrownBy(inbox::take).isInstanceOf(InterruptedException.class);
            CompletableFuture<Void> sent = sending(outbox, messages(100, 200));

            broker = Broker.start(options);
            assertThat(afterTheOutage(keeper).getLast()).isEqualTo(new Message<>(199, new Item.Work<>("a:199")));
            sent.join();
            assertThat(keeper.told()).startsWith("assigned 0", "lost 0", "assigned 0");
        }
    }

    @Test
    void aBrokerThatHasForgottenItsWorkersHasThemBack() throws Exception {
        outboxes.outbox(domains).send(messages(0, 200));
        try (Keeper keeper = new Keeper(config, topics, domains, 10, Ticker.SYSTEM)) {
            keeper.inbox(0).resume(0);

            broker.close();
            forgetGroups();
            broker = Broker.start(options);

            await().until(() -> keeper.told().contains("lost 0"));
            assertThat(afterTheOutage(keeper).getLast()).isEqualTo(new Message<>(199, new Item.Work<>("a:199")));
            assertThat(keeper.ended()).isNotDone();
        }
    }

    /// What the coordinator has written down of groups is gone, as after a loss of power.
    private void forgetGroups() throws IOException {
        try (Stream<Path> logs = Files.list(folder)) {
            for (Path log : logs.filter(path -> path.getFileName().toString().startsWith("__consumer_offsets-"))
                    .toList()) {
                try (Stream<Path> files = Files.walk(log)) {
                    files.sorted(Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
        }
    }

    /// What a broker that comes back still knows of its members, and for how long, is its own affair: it may give a
    /// partition that it then takes away once more.
    private static List<Message<String>> afterTheOutage(Keeper keeper) throws InterruptedException {
        while (true) {
            Inbox<String> inbox = keeper.inbox(0);
            try {
                inbox.resume(60);
                return QueueContract.take(inbox, 140);
            } catch (InterruptedException taken) {
                keeper.awaitLossOf(inbox);
            }
        }
    }

    @Test
    void aSenderThatWaitsForTheBrokerCanBeStopped() throws InterruptedException {
        Outbox<String> outbox = outboxes.outbox(domains);
        outbox.send(messages(0, 10));
        broker.close();
        CompletableFuture<Exception> end = new CompletableFuture<>();
        Thread sender = Thread.ofVirtual().start(() -> {
            try {
                outbox.send(messages(10, 20));
                end.completeExceptionally(new AssertionError("sent to nobody"));
            } catch (InterruptedException | RuntimeException e) {
                end.complete(e);
            }
        });
        await().until(() -> sender.getState() == Thread.State.TIMED_WAITING);

        sender.interrupt();

        assertThat(end.join()).isInstanceOf(InterruptedException.class);
    }

    private static CompletableFuture<Void> sending(Outbox<String> outbox, List<String> messages) {
        return CompletableFuture.runAsync(() -> {
            try {
                outbox.send(messages);
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static List<String> messages(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "a:" + n).toList();
    }
}
