package org.mxcensus.crawler.queue;

import java.util.List;
import org.mxcensus.crawler.pace.Ticker;

/// A queue in Kafka of one partition.
class KafkaQueueTest extends QueueContract {

    @Override
    Queue open() throws InterruptedException {
        return new KafkaQueue(1);
    }

    /// Both ends, and a worker that has all partitions.
    static final class KafkaQueue implements Queue {
        private final Channel<String> channel = channel("domains");
        private final int partitions;
        private final KafkaTopics topics;
        private final KafkaOutboxes outboxes;
        private final Outbox<String> outbox;
        private final Keeper keeper;

        KafkaQueue(int partitions) throws InterruptedException {
            this.partitions = partitions;
            topics = new KafkaTopics(SharedBroker.config(), SharedBroker.crawl(), List.of(channel.name()));
            topics.create(TopicSettings.of(partitions));
            outboxes = new KafkaOutboxes(SharedBroker.config(), topics);
            outbox = outboxes.outbox(channel);
            keeper = new Keeper(SharedBroker.config(), topics, channel, 1_000, Ticker.SYSTEM);
        }

        @Override
        public int partitions() {
            return partitions;
        }

        @Override
        public Outbox<String> outbox() {
            return outbox;
        }

        @Override
        public Inbox<String> inbox(int partition) throws InterruptedException {
            return keeper.inbox(partition);
        }

        @Override
        public void close() {
            keeper.close();
            outboxes.close();
            topics.close();
        }
    }
}
