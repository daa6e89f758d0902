package org.mxcensus.crawler.queue;

import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sending ends of a crawl's queues: one connection to the broker for all of them.
///
/// A broker that is away is waited for, as long as it takes. What waiting cannot mend (no right, no topic) is a
/// [UserError] out of [Outbox#send].
public final class KafkaOutboxes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaOutboxes.class);
    /// For what is still on its way when nobody waits for it any more.
    private static final Duration LAST_WAIT = Duration.ofSeconds(3);

    private final KafkaConfig config;
    private final KafkaErrors errors;
    private final KafkaTopics topics;
    private final Producer<byte[], byte[]> producer;

    /// @param topics of the crawl; to be closed after this
    /// @throws UserError where the client settings cannot be used
    public KafkaOutboxes(KafkaConfig config, KafkaTopics topics) {
        this.config = config;
        this.errors = new KafkaErrors(config);
        this.topics = topics;
        try {
            this.producer = new KafkaProducer<>(ClientSettings.producer(config));
        } catch (KafkaException e) {
            throw errors.told(e, "reach the broker");
        }
    }

    /// For one of several senders.
    ///
    /// @throws UserError where the queue has no topic
    public <M> Outbox<M> outbox(Channel<M> channel) throws InterruptedException {
        return outbox(wire(channel), Already.UNKNOWN);
    }

    /// For the only sender of a queue, which may have been interrupted: sent again from the first message to the seal,
    /// nothing lies there twice. See [Prefix].
    ///
    /// @return for use by one thread. It throws a [UserError] where the queue holds other messages
    /// @throws UserError where the queue has no topic
    public <M> Outbox<M> resuming(Channel<M> channel) throws InterruptedException {
        Wire<M> wire = wire(channel);
        long[] there = topics.settledEnds(channel.name());
        return outbox(wire, new Prefix(wire.topic(), there, new LogRecords(config, wire.topic()).last(there)));
    }

    private <M> Wire<M> wire(Channel<M> channel) throws InterruptedException {
        return new Wire<>(channel, topics.topic(channel.name()), topics.ends(channel.name()).length);
    }

    private <M> Outbox<M> outbox(Wire<M> wire, Already already) {
        return new KafkaOutbox<>(producer, wire, already, () -> look(wire), errors);
    }

    /// Why it takes so long: an error, or a broker that will be back.
    private void look(Wire<?> wire) throws InterruptedException {
        boolean answers = topics.requireThere(wire.channel().name());
        LOG.warn(
                "the Kafka broker at {} {}, and takes no messages for {} yet; still waiting",
                config.bootstrap(),
                answers ? "answers" : "does not answer",
                wire.topic());
    }

    @Override
    public void close() {
        producer.close(LAST_WAIT);
    }
}
