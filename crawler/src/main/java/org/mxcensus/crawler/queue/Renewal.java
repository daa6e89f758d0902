package org.mxcensus.crawler.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.mxcensus.crawler.pace.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits offsets, twice in each heartbeat interval, whether they have changed or not: what matters is that the
/// coordinator takes them. For the intake's thread alone.
final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    /// Of the interval, until a commit that failed is tried again.
    private static final int AGAIN = 8;

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Held<?> held;
    private final KafkaLease lease;
    private final Ticker ticker;
    private final long interval;
    private final Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    private boolean underway;
    private long due;

    Renewal(
            Consumer<byte[], byte[]> consumer,
            String topic,
            Held<?> held,
            KafkaLease lease,
            Duration heartbeat,
            Ticker ticker) {
        this.consumer = consumer;
        this.topic = topic;
        this.held = held;
        this.lease = lease;
        this.ticker = ticker;
        this.interval = heartbeat.toNanos() / 2;
        this.due = ticker.nanos();
    }

    /// Where a partition stands before its owner has committed anything.
    void begin(int partition, long offset) {
        reached.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset));
        if (!lease.valid()) {
            due = ticker.nanos();
        }
    }

    void forget(Collection<Integer> partitions) {
        reached.keySet().removeIf(partition -> partitions.contains(partition.partition()));
    }

    /// Whether an answer is on its way, which a poll brings.
    boolean isUnderway() {
        return underway;
    }

    /// Commits when it is time, and waits for nothing.
    void turn() {
        if (underway || !isDue()) {
            return;
        }
        collect();
        long sent = ticker.nanos();
        underway = true;
        consumer.commitAsync(Map.copyOf(reached), (offsets, failure) -> {
            underway = false;
            if (failure == null) {
                succeeded(sent);
            } else {
                failed(failure);
            }
        });
    }

    /// Commits when it is time, and waits for the answer: within a rebalance there is no poll to bring it.
    void turnWaiting(Duration timeout) {
        if (isDue()) {
            commit(timeout);
        }
    }

    /// Commits now, for those who hand partitions over. It may fail: nothing depends on it.
    void commit(Duration timeout) {
        collect();
        if (reached.isEmpty()) {
            return;
        }
        // With another underway, this one is sent before that one is confirmed, and proves nothing more.
        boolean counts = !underway;
        long sent = ticker.nanos();
        try {
            consumer.commitSync(Map.copyOf(reached), timeout);
            if (counts) {
                succeeded(sent);
            }
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            failed(e);
        }
    }

    private boolean isDue() {
        return !reached.isEmpty() && ticker.nanos() - due >= 0;
    }

    private void collect() {
        held.all().stream()
                .filter(KafkaInbox::isOpen)
                .forEach(inbox -> reached.put(
                        new TopicPartition(topic, inbox.partition()), new OffsetAndMetadata(inbox.committed())));
    }

    private void succeeded(long sent) {
        held.confirmed(sent);
        // The first confirmation makes no lease yet, and somebody waits for it.
        due = lease.valid() ? sent + interval : ticker.nanos();
    }

    private void failed(Exception failure) {
        LOG.debug("the offsets of {} are not committed: {}", topic, failure.toString());
        due = ticker.nanos() + interval / AGAIN;
    }
}
