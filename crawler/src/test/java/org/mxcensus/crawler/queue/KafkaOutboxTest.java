package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.queue.Inbox.Item;
import org.mxcensus.datasets.store.UserError;

/// Sending to Kafka: what is sent twice, and what cannot be sent.
class KafkaOutboxTest {
    private static final int PARTITIONS = 3;

    private final Channel<String> domains = QueueContract.channel("domains");
    private final List<String> input =
            IntStream.range(0, 1_000).mapToObj(n -> n + ".example:" + n).toList();
    private KafkaTopics topics;
    private KafkaOutboxes outboxes;

    @BeforeEach
    void open() throws InterruptedException {
        topics = new KafkaTopics(SharedBroker.config(), SharedBroker.crawl(), List.of("domains"));
        topics.create(TopicSettings.of(PARTITIONS));
        outboxes = new KafkaOutboxes(SharedBroker.config(), topics);
    }

    @AfterEach
    void close() {
        outboxes.close();
        topics.close();
    }

    @Test
    void anInterruptedEnqueueIsContinuedAndNothingIsThereTwice() throws InterruptedException {
        outboxes.resuming(domains).send(input.subList(0, 400));

        enqueue(input);
        enqueue(input);

        assertThat(received()).isEqualTo(inPartitions(input));
    }

    @Test
    void aSealThatDidNotReachAllPartitionsIsCompleted() throws InterruptedException {
        outboxes.resuming(domains).send(input);
        try (var producer = new KafkaProducer<byte[], byte[]>(ClientSettings.producer(SharedBroker.config()))) {
            producer.send(new Wire<>(domains, topics.topic("domains"), PARTITIONS).seal(0, 1));
        }
        enqueue(input);

        assertThat(received()).isEqualTo(inPartitions(input));
    }

    @Test
    void anotherInputIsRefused() throws InterruptedException {
        outboxes.resuming(domains).send(input.subList(0, 400));
        List<String> other = new ArrayList<>(input);
        other.removeFirst();

        assertThatThrownBy(() -> enqueue(other))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(topics.topic("domains"))
                .hasMessageContaining("the input that the crawl began with");
    }

    @Test
    void aShorterInputIsRefused() throws InterruptedException {
        enqueue(input);

        assertThatThrownBy(() -> enqueue(input.subList(0, 10))).isInstanceOf(UserError.class);
    }

    @Test
    void aLongerInputIsRefused() throws InterruptedException {
        enqueue(input.subList(0, 10));

        assertThatThrownBy(() -> enqueue(input)).isInstanceOf(UserError.class);
    }

    @Test
    void twoAtATimeAreNoticed() throws InterruptedException {
        Outbox<String> one = outboxes.resuming(domains);
        Outbox<String> other = outboxes.resuming(domains);
        one.send(input.subList(0, 10));

        assertThatThrownBy(() -> other.send(input))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("let nobody else enqueue");
    }

    @Test
    void aMessageThatNoTopicTakesIsOneSentence() throws InterruptedException {
        Outbox<String> outbox = outboxes.outbox(domains);

        assertThatThrownBy(() -> outbox.send(List.of("a:" + "x".repeat(2_000_000))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("send to the topic " + topics.topic("domains"))
                .hasMessageContaining("takes no message so large");
    }

    @Test
    void withoutATopicNothingIsSent() {
        assertThatThrownBy(() -> outboxes.outbox(QueueContract.channel("nothing")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no topic");
    }

    private void enqueue(List<String> messages) throws InterruptedException {
        Outbox<String> outbox = outboxes.resuming(domains);
        outbox.send(messages.subList(0, messages.size() / 2));
        outbox.send(messages.subList(messages.size() / 2, messages.size()));
        outbox.seal(0);
    }

    private static List<List<Item<String>>> inPartitions(List<String> messages) {
        List<List<Item<String>>> items = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            items.add(new ArrayList<>());
        }
        messages.forEach(message ->
                items.get(Partitions.of(message.split(":")[0], PARTITIONS)).add(new Item.Work<>(message)));
        items.forEach(of -> of.add(new Item.Seal<>(0)));
        return items;
    }

    private List<List<Item<String>>> received() throws InterruptedException {
        long[] ends = topics.ends("domains");
        List<List<Item<String>>> items = new ArrayList<>();
        try (Keeper keeper = new Keeper(SharedBroker.config(), topics, domains, 100, Ticker.SYSTEM)) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                Inbox<String> inbox = keeper.inbox(partition);
                inbox.resume(0);
                items.add(new ArrayList<>());
                for (Inbox.Message<String> message : QueueContract.take(inbox, (int) ends[partition])) {
                    items.getLast().add(message.item());
                }
            }
        }
        return items;
    }
}
