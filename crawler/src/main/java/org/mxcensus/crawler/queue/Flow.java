package org.mxcensus.crawler.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.mxcensus.crawler.queue.Inbox.Message;
import org.mxcensus.datasets.store.UserError;

/// From the log into inboxes, as far as there is room. For the intake's thread alone, which never waits here.
final class Flow<M> {
    private final Consumer<byte[], byte[]> consumer;
    private final Wire<M> wire;
    private final Held<M> held;
    private final KafkaLease lease;
    private final Renewal renewal;

    Flow(Consumer<byte[], byte[]> consumer, Wire<M> wire, Held<M> held, KafkaLease lease, Renewal renewal) {
        this.consumer = consumer;
        this.wire = wire;
        this.held = held;
        this.lease = lease;
        this.renewal = renewal;
    }

    /// Nothing comes of new partitions until their owner says where to begin.
    void hold(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        // A place to stand: Kafka would look for a committed offset, which may not exist, and is not trusted.
        partitions.forEach(partition -> consumer.seek(partition, 0));
    }

    /// Whether some partition must wait for its owner.
    boolean isHeld() {
        return !consumer.paused().isEmpty();
    }

    /// @return whether anything has come
    boolean deliver(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            var inbox = held.of(partition.partition());
            if (inbox.isPresent()) {
                put(inbox.get(), records.records(partition));
            }
            if (inbox.isEmpty() || inbox.get().full()) {
                consumer.pause(List.of(partition));
            }
        }
        return !records.isEmpty();
    }

    private void put(KafkaInbox<M> inbox, List<ConsumerRecord<byte[], byte[]>> records) {
        List<Message<M>> messages = new ArrayList<>(records.size());
        records.forEach(record -> messages.add(new Message<>(record.offset(), wire.item(record))));
        if (!inbox.put(messages)) {
            throw new UserError(
                    "Partition %d of the topic %s has lost messages before %d; a crawl cannot go on without them: begin it anew."
                            .formatted(
                                    inbox.partition(),
                                    wire.topic(),
                                    records.getFirst().offset()));
        }
    }

    /// Begins where owners have said, and goes on where they have made room.
    void serve() {
        Set<TopicPartition> paused = consumer.paused();
        for (KafkaInbox<M> inbox : held.all()) {
            TopicPartition partition = new TopicPartition(wire.topic(), inbox.partition());
            inbox.asked().ifPresent(offset -> seek(partition, offset, inbox));
            if (inbox.isReady() && lease.valid()) {
                inbox.open();
                consumer.resume(List.of(partition));
            } else if (inbox.isOpen() && inbox.hungry() && paused.contains(partition)) {
                consumer.resume(List.of(partition));
            }
        }
    }

    private void seek(TopicPartition partition, long offset, KafkaInbox<M> inbox) {
        // First the pause: what comes between a seek and the opening would be missing.
        consumer.pause(List.of(partition));
        consumer.seek(partition, offset);
        renewal.begin(partition.partition(), offset);
        inbox.ready();
    }
}
