package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.queue.Inbox.Item;

/// A sender that is killed in the middle, again and again, and each time continued by a new process.
@Tag("full")
class EnqueueKillTest {
    private static final int MESSAGES = 2_000_000;
    private static final int PARTITIONS = 4;
    private static final int KILLS = 5;

    private final Channel<String> domains = QueueContract.channel("domains");
    private final String crawl = SharedBroker.crawl();

    @Test
    void nothingIsMissingAndNothingThereTwice() throws Exception {
        Random random = new Random(5);
        try (KafkaTopics topics = new KafkaTopics(SharedBroker.config(), crawl, List.of("domains"))) {
            topics.create(TopicSettings.of(PARTITIONS));
            for (int kill = 0; kill < KILLS; kill++) {
                long enough = sum(topics) + 50_000 + random.nextInt(200_000);
                Process sender = start();
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> sum(topics) >= enough);
                sender.destroyForcibly().waitFor();
            }
            assertThat(sum(topics)).as("it was killed in the middle").isLessThan(MESSAGES);
            assertThat(start().waitFor()).isZero();
            assertThat(start().waitFor())
                    .as("once more, with all that is there")
                    .isZero();

            assertThat(topics.ends("domains"))
                    .isEqualTo(expected().stream().mapToLong(List::size).toArray());
            assertThat(received(topics)).isEqualTo(expected());
        }
    }

    /// A process that sends all.
    static void main(String[] arguments) throws InterruptedException {
        KafkaConfig config = new KafkaConfig(arguments[0], Map.of());
        try (KafkaTopics topics = new KafkaTopics(config, arguments[1], List.of("domains"));
                KafkaOutboxes outboxes = new KafkaOutboxes(config, topics)) {
            Outbox<String> outbox = outboxes.resuming(QueueContract.channel("domains"));
            for (int begin = 0; begin < MESSAGES; begin += 5_000) {
                outbox.send(messages(begin, begin + 5_000)).settle();
            }
            outbox.seal(0);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EnqueueKillTest.class.getName(),
                        SharedBroker.config().bootstrap(),
                        crawl)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long sum(KafkaTopics topics) throws InterruptedException {
        return LongStream.of(topics.ends("domains")).sum();
    }

    private static List<String> messages(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> n + ".example:").toList();
    }

    private static List<List<Item<String>>> expected() {
        List<List<Item<String>>> partitions = IntStream.range(0, PARTITIONS)
                .<List<Item<String>>>mapToObj(n -> new ArrayList<>())
                .toList();
        messages(0, MESSAGES)
                .forEach(message -> partitions
                        .get(Partitions.of(message.substring(0, message.length() - 1), PARTITIONS))
                        .add(new Item.Work<>(message)));
        partitions.forEach(partition -> partition.add(new Item.Seal<>(0)));
        return partitions;
    }

    private List<List<Item<String>>> received(KafkaTopics topics) throws InterruptedException {
        long[] ends = topics.ends("domains");
        List<List<Item<String>>> partitions = new ArrayList<>();
        try (Keeper keeper = new Keeper(SharedBroker.config(), topics, domains, 10_000, Ticker.SYSTEM)) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                Inbox<String> inbox = keeper.inbox(partition);
                inbox.resume(0);
                partitions.add(QueueContract.take(inbox, (int) ends[partition]).stream()
                        .<Item<String>>map(Inbox.Message::item)
                        .toList());
            }
        }
        return partitions;
    }
}
