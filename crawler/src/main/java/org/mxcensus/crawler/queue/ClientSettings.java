package org.mxcensus.crawler.queue;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The settings of each of our clients, with the reason for each.
final class ClientSettings {
    /// A broker that restarts is back sooner; a person who mistyped its address does not wait longer.
    private static final int ANSWER_MS = 30_000;
    /// How long the coordinator waits for a worker to hand a partition over before it gives it to another all the
    /// same: four times the time that probes in flight are given.
    private static final int HAND_OVER_MS = 120_000;

    private ClientSettings() {}

    static Map<String, Object> admin(KafkaConfig config) {
        return config.with(Map.of(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS), Map.of());
    }

    static Map<String, Object> producer(KafkaConfig config) {
        Map<String, Object> preferred = Map.of(
                // Measured: zstd at level 1 is as fast as lz4 and a fifth smaller; level 3 halves the speed.
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG,
                1,
                // A few thousand names: what compresses well, and costs the broker one append.
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 << 10,
                // Whoever sends waits for the broker anyhow; a moment more lets a batch fill.
                ProducerConfig.LINGER_MS_CONFIG,
                1,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                32L << 20);
        Map<String, Object> required = new HashMap<>();
        required.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        required.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // Acknowledged is what all replicas in sync have: from then on the sender's chunk may be published.
        required.put(ProducerConfig.ACKS_CONFIG, "all");
        // Retries neither repeat nor reorder: a log is always the first messages that were sent, in order.
        required.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        required.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        // A broker that is away for hours delays a crawl and does not end it.
        required.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        required.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        // The same for the wait for room or metadata, which is asked for again: see Sending.
        required.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_MS);
        return config.with(preferred, required);
    }

    /// The consumer of a group of workers.
    static Map<String, Object> member(KafkaConfig config, String group) {
        Map<String, Object> required = reading();
        required.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        // KIP-848: the coordinator moves one partition at a time, and others go on meanwhile.
        required.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        required.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, HAND_OVER_MS);
        Map<String, Object> preferred = Map.of(
                // Three consumers in a worker, each with a few partitions: megabytes, not hundreds of them.
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 << 10,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);
        return config.with(preferred, required);
    }

    /// A consumer that looks at partitions without taking part in anything.
    static Map<String, Object> onlooker(KafkaConfig config) {
        return config.with(Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS), reading());
    }

    private static Map<String, Object> reading() {
        Map<String, Object> required = new HashMap<>();
        required.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        required.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        // The dataset says where to go on, and what is committed follows it.
        required.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A log that has lost messages is an error; a jump to what is left would lose hosts in silence.
        required.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        required.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return required;
    }
}
