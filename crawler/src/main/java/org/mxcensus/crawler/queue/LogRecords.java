package org.mxcensus.crawler.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/// Reads single records of a topic, for those who do not take part in its group.
final class LogRecords {
    private static final Duration STEP = Duration.ofMillis(200);
    /// Of steps: 30 seconds without one record more.
    private static final int PATIENCE = 150;

    private final KafkaConfig config;
    private final KafkaErrors errors;
    private final String topic;

    LogRecords(KafkaConfig config, String topic) {
        this.config = config;
        this.errors = new KafkaErrors(config);
        this.topic = topic;
    }

    /// The last record of each partition that holds any.
    ///
    /// @param ends how many records each partition holds
    Map<Integer, ConsumerRecord<byte[], byte[]>> last(long[] ends) throws InterruptedException {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        IntStream.range(0, ends.length)
                .filter(partition -> ends[partition] > 0)
                .forEach(partition -> wanted.put(new TopicPartition(topic, partition), ends[partition] - 1));
        return wanted.isEmpty() ? Map.of() : at(wanted);
    }

    /// What lies at the beginning of the first partition, which must not be empty.
    byte[] first() throws InterruptedException {
        return at(Map.of(new TopicPartition(topic, 0), 0L))
                .values()
                .iterator()
                .next()
                .value();
    }

    /// The record at each of these offsets, which must exist.
    private Map<Integer, ConsumerRecord<byte[], byte[]>> at(Map<TopicPartition, Long> wanted)
            throws InterruptedException {
        Map<Integer, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(ClientSettings.onlooker(config))) {
            consumer.assign(wanted.keySet());
            wanted.forEach(consumer::seek);
            for (int step = 0; found.size() < wanted.size(); step++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(STEP)) {
                    found.putIfAbsent(record.partition(), record);
                    step = 0;
                }
                if (step == PATIENCE) {
                    throw new TimeoutException("it tells how much it holds, and does not show it");
                }
            }
        } catch (KafkaException e) {
            throw errors.toldOrInterrupted(e, "read the topic " + topic);
        }
        return found;
    }
}
