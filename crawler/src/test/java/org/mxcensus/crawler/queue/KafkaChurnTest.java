package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.pace.Ticker;

/// Workers that come and go while the others work.
@Tag("full")
class KafkaChurnTest {
    private static final int PARTITIONS = 6;
    private static final int EVENTS = 30;

    private final Channel<String> hosts = QueueContract.channel("mx-hosts");
    /// Who has a partition at the moment.
    private final Map<Integer, Member> holders = new ConcurrentHashMap<>();
    private final List<String> mistakes = new CopyOnWriteArrayList<>();

    /// A worker that takes a partition up as soon as it is given, and takes a moment to let it go.
    private final class Member implements KafkaIntake.Owner<String>, AutoCloseable {
        private final KafkaIntake<String> intake;

        Member(KafkaTopics topics) throws InterruptedException {
            intake = new KafkaIntake<>(SharedBroker.config(), topics, hosts, 10, this, Ticker.SYSTEM);
            Thread.ofPlatform().daemon().start(this::run);
        }

        private void run() {
            try {
                intake.run();
            } catch (InterruptedException | RuntimeException e) {
                mistakes.add(e.toString());
            }
        }

        @Override
        public void assigned(KafkaIntake.Assigned<String> inbox) {
            Member before = holders.put(inbox.partition(), this);
            if (before != null) {
                mistakes.add("partition %d had an owner when it was given to another".formatted(inbox.partition()));
            }
            Thread.ofVirtual().start(() -> takeAll(inbox));
        }

        private void takeAll(Inbox<String> inbox) {
            try {
                inbox.resume(0);
                while (true) {
                    inbox.take();
                }
            } catch (InterruptedException e) {
                // The partition has gone to another.
                return;
            }
        }

        @Override
        public void revoked(int partition) {
            if (!holders.remove(partition, this)) {
                mistakes.add("partition %d was taken from one who did not have it".formatted(partition));
            }
        }

        @Override
        public void lost(int partition) {
            mistakes.add("partition %d was lost, with a broker that is there".formatted(partition));
        }

        @Override
        public void close() {
            intake.close();
        }
    }

    @Test
    void atEachMomentAPartitionHasOneOwnerAtMost() throws InterruptedException {
        Random random = new Random(11);
        List<Member> members = new ArrayList<>();
        try (KafkaTopics topics = new KafkaTopics(SharedBroker.config(), SharedBroker.crawl(), List.of("mx-hosts"));
                KafkaOutboxes outboxes = new KafkaOutboxes(SharedBroker.config(), topics)) {
            topics.create(TopicSettings.of(PARTITIONS));
            Outbox<String> outbox = outboxes.outbox(hosts);
            for (int event = 0; event < EVENTS; event++) {
                if (members.size() < 2 || (members.size() < 5 && random.nextBoolean())) {
                    members.add(new Member(topics));
                } else {
                    members.remove(random.nextInt(members.size())).close();
                }
                outbox.send(IntStream.range(0, 1_000).mapToObj(n -> n + ":").toList());
                if (random.nextBoolean()) {
                    await().atMost(Duration.ofSeconds(30)).until(() -> holders.size() == PARTITIONS);
                }
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> holders.size() == PARTITIONS);
            members.forEach(Member::close);
        }
        assertThat(mistakes).isEmpty();
        assertThat(holders).isEmpty();
    }
}
