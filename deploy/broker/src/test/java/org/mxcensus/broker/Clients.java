package org.mxcensus.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Kafka's clients, in the few words that these tests need.
///
/// @param settings of every client: where the broker is, and how to get in
record Clients(Map<String, Object> settings) {

    static Clients of(String bootstrap) {
        return new Clients(Map.of("bootstrap.servers", bootstrap));
    }

    Clients with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(more);
        return new Clients(all);
    }

    void createTopic(String name, int partitions) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    void send(String topic, String... words) throws Exception {
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String word : words) {
                producer.send(new ProducerRecord<>(topic, 0, "key", word)).get(30, TimeUnit.SECONDS);
            }
        }
    }

    /// A member of a group, by the protocol in which the broker assigns partitions (KIP-848).
    KafkaConsumer<String, String> member(String group) {
        return new KafkaConsumer<>(
                with(Map.of(
                                "group.id",
                                group,
                                "group.protocol",
                                "consumer",
                                "auto.offset.reset",
                                "earliest",
                                "enable.auto.commit",
                                false))
                        .settings(),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /// So many words of a topic, as a new group reads them, and commits.
    List<String> receive(String group, String topic, int count) {
        List<String> words = new ArrayList<>();
        try (var consumer = member(group)) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (words.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> words.add(record.value()));
            }
            consumer.commitSync();
        }
        return words;
    }

    /// The offsets that a group has committed.
    List<Long> committed(String group) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            return admin
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .map(OffsetAndMetadata::offset)
                    .toList();
        }
    }
}
