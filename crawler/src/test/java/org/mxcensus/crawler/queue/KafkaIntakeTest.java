package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.queue.Inbox.Item;
import org.mxcensus.crawler.queue.Inbox.Message;
import org.mxcensus.datasets.store.UserError;

/// Receiving from Kafka: who has which partition, and from where on.
class KafkaIntakeTest {
    private static final int BUFFER = 100;

    private final Channel<String> hosts = QueueContract.channel("mx-hosts");
    private final List<Keeper> keepers = new ArrayList<>();
    private KafkaTopics topics;
    private KafkaOutboxes outboxes;

    @BeforeEach
    void open() {
        topics = new KafkaTopics(SharedBroker.config(), SharedBroker.crawl(), List.of("mx-hosts"));
        outboxes = new KafkaOutboxes(SharedBroker.config(), topics);
    }

    @AfterEach
    void close() {
        keepers.forEach(Keeper::close);
        outboxes.close();
        topics.close();
    }

    @Test
    void aNewWorkerGoesOnWhereTheFilesEnd() throws InterruptedException {
        topics.create(TopicSettings.of(1));
        send(5_000);
        Keeper first = keeper();
        Inbox<String> inbox = first.inbox(0);
        inbox.resume(0);
        QueueContract.take(inbox, 3_000);
        inbox.commit(2_000);
        first.close();

        Inbox<String> next = keeper().inbox(0);

        assertThat(topics.committed("mx-hosts")).containsExactly(2_000);
        assertThat(next.resume(2_500)).isEqualTo(2_500);
        assertThat(QueueContract.take(next, 2_500))
                .isEqualTo(IntStream.range(2_500, 5_000)
                        .mapToObj(n -> new Message<>(n, (Item<String>) new Item.Work<>("a:" + n)))
                        .toList());
    }

    @Test
    void whatIsCommittedBeforeClosingIsSaidToTheBroker() throws InterruptedException {
        topics.create(TopicSettings.of(1));
        send(10);
        Keeper keeper = keeper();
        Inbox<String> inbox = keeper.inbox(0);
        inbox.resume(4);
        QueueContract.take(inbox, 6);
        inbox.commit(7);
        await().untilAsserted(() -> assertThat(topics.committed("mx-hosts")).containsExactly(7));
        inbox.commit(10);
        keeper.close();

        assertThat(topics.committed("mx-hosts")).containsExactly(10);
        assertThat(keeper.told()).containsExactly("assigned 0", "revoked 0", "released 0");
        assertThatThrownBy(inbox::take).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aSecondWorkerGetsItsShareWhenTheFirstHasLetGo() throws InterruptedException {
        topics.create(TopicSettings.of(4));
        Keeper first = keeper();
        for (int partition = 0; partition < 4; partition++) {
            first.inbox(partition).resume(0);
        }
        CountDownLatch busy = first.keepBusy();
        Keeper second = keeper();
        await().until(() -> first.told().stream().anyMatch(told -> told.startsWith("revoked")));

        // Longer than the session: handing over takes its time and costs nobody the membership.
        await().during(SharedBroker.SESSION.plusSeconds(1))
                .atMost(SharedBroker.SESSION.multipliedBy(2))
                .until(() ->
                        second.held().isEmpty() && first.intake().lease() instanceof KafkaLease lease && lease.valid());
        busy.countDown();

        await().until(() -> first.held().size() == 2 && second.held().size() == 2);
        assertThat(first.held()).doesNotContainAnyElementsOf(second.held());
        assertThat(first.told()).noneMatch(told -> told.startsWith("lost"));
    }

    @Test
    void theOtherGetsWhatAWorkerLeaves() throws InterruptedException {
        topics.create(TopicSettings.of(2));
        Keeper first = keeper();
        first.inbox(0);
        first.inbox(1);
        Keeper second = keeper();
        await().until(() -> second.held().size() == 1);

        first.close();

        await().until(() -> second.held().size() == 2);
        assertThat(first.held()).isEmpty();
    }

    @Test
    void aWorkerThatTakesNothingStaysAMember() throws InterruptedException {
        topics.create(TopicSettings.of(1));
        send(5_000);
        Keeper keeper = keeper();
        Inbox<String> inbox = keeper.inbox(0);
        inbox.resume(0);
        long before = processorTime(keeper.thread());

        await().during(SharedBroker.SESSION.plusSeconds(2))
                .atMost(SharedBroker.SESSION.multipliedBy(2))
                .untilAsserted(() -> keeper.intake().lease().require());

        assertThat(keeper.told()).containsExactly("assigned 0");
        assertThat(Duration.ofNanos(processorTime(keeper.thread()) - before))
                .as("a full buffer is waited for, not asked again and again")
                .isLessThan(SharedBroker.SESSION.dividedBy(4));
        assertThat(QueueContract.take(inbox, 5_000).getLast())
                .isEqualTo(new Message<>(4_999, new Item.Work<>("a:4999")));
    }

    @Test
    void bytesThatNobodyOfOursWroteAreAMessageToo() throws Exception {
        topics.create(TopicSettings.of(1));
        String topic = topics.topic("mx-hosts");
        try (var producer = new KafkaProducer<byte[], byte[]>(ClientSettings.producer(SharedBroker.config()))) {
            producer.send(new ProducerRecord<>(topic, new byte[] {(byte) 0xff, 0}))
                    .get();
            producer.send(new ProducerRecord<>(topic, null)).get();
            ProducerRecord<byte[], byte[]> sealed = new ProducerRecord<>(topic, "x".getBytes());
            sealed.headers().add("seal", "no number".getBytes());
            producer.send(sealed).get();
        }
        Inbox<String> inbox = keeper().inbox(0);
        inbox.resume(0);

        assertThat(QueueContract.take(inbox, 3))
                .extracting(Message::item)
                .containsExactly(
                        new Item.Work<>(new String(new byte[] {(byte) 0xff, 0})),
                        new Item.Work<>(""),
                        new Item.Work<>("x"));
    }

    @Test
    void messagesThatTheLogHasLostAreAnErrorAndNoJump() throws Exception {
        topics.create(TopicSettings.of(1));
        send(100);
        try (Admin admin = Admin.create(ClientSettings.admin(SharedBroker.config()))) {
            TopicPartition only = new TopicPartition(topics.topic("mx-hosts"), 0);
            admin.deleteRecords(Map.of(only, RecordsToDelete.beforeOffset(50)))
                    .all()
                    .get();
        }
        Keeper keeper = keeper();
        Inbox<String> inbox = keeper.inbox(0);
        inbox.resume(20);

        assertThatThrownBy(inbox::take).isInstanceOf(InterruptedException.class);
        assertThatThrownBy(keeper.ended()::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has lost messages")
                .hasMessageContaining("begin it anew");
        assertThat(keeper.told()).containsExactly("assigned 0", "lost 0");
    }

    @Test
    void filesThatReachBeyondTheLogAreAnErrorToo() throws Exception {
        topics.create(TopicSettings.of(1));
        send(100);
        Keeper keeper = keeper();
        keeper.inbox(0).resume(101);

        assertThatThrownBy(keeper.ended()::join).cause().isInstanceOf(UserError.class);
    }

    @Test
    void whenTimeHasRunOutPartitionsAreLostAndComeBackWhenTheCoordinatorConfirms() throws InterruptedException {
        topics.create(TopicSettings.of(1));
        send(100);
        HandTicker time = new HandTicker();
        Keeper keeper = keeper(time);
        Inbox<String> inbox = keeper.inbox(0);
        inbox.resume(0);
        QueueContract.take(inbox, 10);
        keeper.intake().lease().require();

        time.pass(SharedBroker.SESSION);

        await().untilAsserted(() -> assertThat(keeper.told()).containsExactly("assigned 0", "lost 0", "assigned 0"));
        assertThatThrownBy(inbox::take).isInstanceOf(InterruptedException.class);
        inbox.commit(10);
        Inbox<String> again = keeper.inbox(0);
        again.resume(5);
        assertThat(again.take()).isEqualTo(new Message<>(5, new Item.Work<>("a:5")));
        keeper.close();
        assertThat(topics.committed("mx-hosts"))
                .as("the old inbox commits nothing")
                .containsExactly(5);
    }

    @Test
    @Tag("full")
    void anOwnerThatDoesNotLetGoLosesWhatItHolds() throws InterruptedException {
        topics.create(TopicSettings.of(1));
        HandTicker time = new HandTicker();
        Keeper keeper = keeper(time);
        keeper.inbox(0).resume(0);
        CountDownLatch busy = keeper.keepBusy();
        Thread closing = Thread.ofVirtual().start(keeper.intake()::close);
        await().until(() -> keeper.told().contains("revoked 0"));
        KafkaLease lease = (KafkaLease) keeper.intake().lease();

        AtomicLong passed = new AtomicLong();
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    // Never so fast that the lease runs out: that would take the partition away sooner.
                    boolean renewed = lease.remaining() > SharedBroker.SESSION.toNanos() / 2;
                    Duration step = renewed ? SharedBroker.HEARTBEAT.multipliedBy(2) : Duration.ofMillis(1);
                    time.pass(step);
                    passed.addAndGet(step.toNanos());
                    return keeper.told().contains("lost 0");
                });

        assertThat(Duration.ofNanos(passed.get())).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        busy.countDown();
        closing.join();
    }

    @Test
    void aCrawlThatIsDeletedEndsItsWorkers() throws Exception {
        topics.create(TopicSettings.of(1));
        HandTicker time = new HandTicker();
        Keeper keeper = keeper(time);
        keeper.inbox(0);
        assertThatThrownBy(topics::delete)
                .as("while a worker is there")
                .isInstanceOf(UserError.class)
                .hasMessageContaining("stop them first");
        try (Admin admin = Admin.create(ClientSettings.admin(SharedBroker.config()))) {
            admin.deleteTopics(List.of(topics.topic("mx-hosts"))).all().get();
        }
        await().until(() -> keeper.told().contains("released 0"));

        time.pass(Duration.ofMinutes(1));

        assertThatThrownBy(keeper.ended()::join)
                .cause()
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no topic " + topics.topic("mx-hosts"));
    }

    @Test
    void anInterruptedIntakeLosesItsPartitions() throws InterruptedException {
        topics.create(TopicSettings.of(1));
        Keeper keeper = keeper();
        keeper.inbox(0).resume(0);

        keeper.thread().interrupt();

        assertThatThrownBy(keeper.ended()::join).cause().isInstanceOf(InterruptedException.class);
        assertThat(keeper.told()).containsExactly("assigned 0", "lost 0");
    }

    @Test
    void anIntakeThatWasClosedBeforeItBeganHasNothingToDo() throws InterruptedException {
        topics.create(TopicSettings.of(1));
        KafkaIntake<String> intake =
                new KafkaIntake<>(SharedBroker.config(), topics, hosts, BUFFER, keeper(), Ticker.SYSTEM);
        intake.close();

        intake.run();
    }

    private static long processorTime(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }

    private Keeper keeper() throws InterruptedException {
        return keeper(Ticker.SYSTEM);
    }

    private Keeper keeper(Ticker ticker) throws InterruptedException {
        Keeper keeper = new Keeper(SharedBroker.config(), topics, hosts, BUFFER, ticker);
        keepers.add(keeper);
        return keeper;
    }

    private void send(int count) throws InterruptedException {
        outboxes.outbox(hosts)
                .send(IntStream.range(0, count).mapToObj(n -> "a:" + n).toList());
    }
}
