package org.mxcensus.crawler.queue;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Questions to a broker and orders to it, with answers that are waited for. What it refuses is a [UserError].
final class KafkaAdmin implements AutoCloseable {
    /// Until every broker knows a topic that one of them has made.
    private static final int LOOKS = 100;

    private static final long BETWEEN_LOOKS_MS = 50;

    private final KafkaErrors errors;
    private final Admin admin;

    KafkaAdmin(KafkaConfig config) {
        this.errors = new KafkaErrors(config);
        try {
            this.admin = Admin.create(ClientSettings.admin(config));
        } catch (KafkaException e) {
            throw errors.told(e, "reach the broker");
        }
    }

    /// How many partitions a topic has.
    ///
    /// @return empty where there is no such topic
    OptionalInt partitions(String topic) throws InterruptedException {
        var answer = admin.describeTopics(List.of(topic)).topicNameValues();
        try {
            return OptionalInt.of(
                    requireNonNull(answer.get(topic)).get().partitions().size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return OptionalInt.empty();
            }
            throw errors.told(e, "look for the topic " + topic);
        }
    }

    /// Makes a topic and waits until it can be used.
    ///
    /// @return false where there is one of this name
    boolean make(NewTopic topic) throws InterruptedException {
        String what = "make the topic " + topic.name();
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw errors.told(e, what);
        }
        for (int look = 0; look < LOOKS && partitions(topic.name()).isEmpty(); look++) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
        }
        return true;
    }

    /// How many records each partition holds.
    Map<TopicPartition, Long> ends(String topic, List<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(wanted).all(), "measure the topic " + topic)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /// What a group has committed; nothing where there is no such group.
    Map<TopicPartition, OffsetAndMetadata> committed(String group) throws InterruptedException {
        return await(
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(), "read the offsets of " + group);
    }

    /// What a topic or a group is set to, defaults included.
    Map<String, String> settings(ConfigResource.Type type, String name) throws InterruptedException {
        ConfigResource resource = new ConfigResource(type, name);
        var answer =
                requireNonNull(admin.describeConfigs(List.of(resource)).values().get(resource));
        Map<String, String> settings = new HashMap<>();
        await(answer, "read the settings of " + name).entries().stream()
                .filter(entry -> entry.value() != null)
                .forEach(entry -> settings.put(entry.name(), entry.value()));
        return settings;
    }

    /// Deletes groups, where they exist.
    void deleteGroups(List<String> groups) throws InterruptedException {
        for (var deleted : admin.deleteConsumerGroups(groups).deletedGroups().entrySet()) {
            gone(deleted.getValue(), "delete the group " + deleted.getKey());
        }
    }

    /// Deletes topics, where they exist.
    void deleteTopics(List<String> topics) throws InterruptedException {
        for (var deleted : admin.deleteTopics(topics).topicNameValues().entrySet()) {
            gone(deleted.getValue(), "delete the topic " + deleted.getKey());
        }
    }

    private void gone(KafkaFuture<Void> deleted, String what) throws InterruptedException {
        try {
            deleted.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)
                    && !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw errors.told(e, what);
            }
        }
    }

    private <T> T await(KafkaFuture<T> answer, String what) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw errors.told(e, what);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
