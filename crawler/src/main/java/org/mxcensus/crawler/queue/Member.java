package org.mxcensus.crawler.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.mxcensus.crawler.pace.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A member of the group that reads a queue, from when it joins until it leaves. For the intake's thread alone.
///
/// @param <M> what the messages say
final class Member<M> {
    private static final Logger LOG = LoggerFactory.getLogger(Member.class);
    /// Commits wait so long at most.
    private static final Duration POLL = Duration.ofMillis(50);

    /// Where an answer to a commit is on its way: a lease may wait for it.
    private static final Duration ANSWER = Duration.ofMillis(5);

    private static final Duration LEAVE = Duration.ofSeconds(5);

    private final String topic;
    private final Bell bell;
    private final Consumer<byte[], byte[]> consumer;
    private final Renewal renewal;
    private final Flow<M> flow;
    private final Membership<M> membership;

    /// @param settings of the consumer
    Member(
            Map<String, Object> settings,
            Wire<M> wire,
            Held<M> held,
            KafkaLease lease,
            Duration heartbeat,
            Ticker ticker,
            Bell bell) {
        this.topic = wire.topic();
        this.bell = bell;
        this.consumer = new KafkaConsumer<>(settings);
        this.renewal = new Renewal(consumer, topic, held, lease, heartbeat, ticker);
        this.flow = new Flow<>(consumer, wire, held, lease, renewal);
        this.membership = new Membership<>(flow, held, lease, renewal, heartbeat, ticker);
    }

    void join() {
        consumer.subscribe(List.of(topic), membership);
    }

    /// Takes what has come, gives back what was lost for a while, and renews the lease.
    void turn() throws InterruptedException {
        poll();
        membership.restore();
        flow.serve();
        renewal.turn();
    }

    private void poll() throws InterruptedException {
        if (!flow.isHeld()) {
            flow.deliver(consumer.poll(POLL));
        } else if (!flow.deliver(consumer.poll(Duration.ZERO))) {
            // Kafka's own waiting is no waiting while it holds records of a paused partition: it would take a
            // processor to itself.
            bell.await(renewal.isUnderway() ? ANSWER : POLL);
        }
    }

    /// Whether others have all partitions that there are.
    boolean isIdle() {
        return membership.isIdle();
    }

    void handOverAll() {
        membership.handOverAll();
    }

    void leave() {
        boolean interrupted = Thread.interrupted();
        try {
            consumer.close(CloseOptions.timeout(LEAVE));
        } catch (KafkaException e) {
            LOG.warn("left the group {} without a word: {}", topic, e.toString());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
