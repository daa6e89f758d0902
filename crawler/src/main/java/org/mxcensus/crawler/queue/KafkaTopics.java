package org.mxcensus.crawler.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.mxcensus.datasets.store.UserError;

/// The topics of one crawl, seen from outside: made, measured, deleted.
///
/// A queue is the topic `<crawl>.<channel>`; its group of workers has the same name. One more topic,
/// `<crawl>.plan`, holds the crawl's plan. Every method throws a [UserError] where the broker cannot be
/// reached or refuses.
public final class KafkaTopics implements AutoCloseable {
    private static final String PLAN = "plan";
    /// A broker appends what lies in its sockets within milliseconds.
    private static final long SETTLED_MS = 300;

    private final KafkaConfig config;
    private final KafkaErrors errors;
    private final KafkaAdmin admin;
    private final String crawl;
    private final List<String> channels;

    /// @param crawl the first part of each topic's name
    /// @param channels the names of its queues
    /// @throws UserError where the client settings cannot be used
    public KafkaTopics(KafkaConfig config, String crawl, List<String> channels) {
        this.config = config;
        this.errors = new KafkaErrors(config);
        this.admin = new KafkaAdmin(config);
        this.crawl = crawl;
        this.channels = List.copyOf(channels);
    }

    /// The name of a queue's topic, and of the group that reads it.
    public String topic(String channel) {
        return crawl + "." + channel;
    }

    /// Makes the topics that do not exist yet.
    ///
    /// @throws UserError where one exists that is not as it must be: another number of partitions would part
    ///     messages of equal keys
    public void create(TopicSettings settings) throws InterruptedException {
        for (String channel : channels) {
            create(settings.topic(topic(channel), settings.partitions()));
        }
        create(settings.topic(topic(PLAN), 1));
    }

    private void create(NewTopic wanted) throws InterruptedException {
        if (admin.make(wanted)) {
            return;
        }
        String name = wanted.name();
        int partitions = ends(name, admin.partitions(name)).length;
        if (partitions != wanted.numPartitions()) {
            throw new UserError("The topic %s has %d partitions and not %d; a crawl keeps the number it began with."
                    .formatted(name, partitions, wanted.numPartitions()));
        }
        Map<String, String> settings = admin.settings(ConfigResource.Type.TOPIC, name);
        TopicSettings.REQUIRED.forEach((setting, value) -> {
            if (!value.equals(settings.getOrDefault(setting, value))) {
                throw new UserError("The topic %s has %s=%s, with which messages of the crawl get lost; set it to %s."
                        .formatted(name, setting, settings.get(setting), value));
            }
        });
    }

    /// How many partitions each queue has.
    ///
    /// @return empty where the crawl has no topics on this broker
    public OptionalInt partitions() throws InterruptedException {
        return admin.partitions(topic(channels.getFirst()));
    }

    /// Says what the crawl is, to all who take part. Whoever says it first has said it for ever.
    public void announce(byte[] plan) throws InterruptedException {
        if (announcement().isPresent()) {
            return;
        }
        try (var producer = new KafkaProducer<byte[], byte[]>(ClientSettings.producer(config))) {
            producer.send(new ProducerRecord<>(topic(PLAN), plan)).get();
        } catch (ExecutionException e) {
            throw errors.told(e, "write to the topic " + topic(PLAN));
        } catch (KafkaException e) {
            throw errors.toldOrInterrupted(e, "write to the topic " + topic(PLAN));
        }
    }

    /// What was announced first.
    public Optional<byte[]> announcement() throws InterruptedException {
        OptionalInt partitions = admin.partitions(topic(PLAN));
        if (partitions.isEmpty() || ends(topic(PLAN), partitions)[0] == 0) {
            return Optional.empty();
        }
        return Optional.of(new LogRecords(config, topic(PLAN)).first());
    }

    /// How many messages and seals each partition of a queue holds.
    public long[] ends(String channel) throws InterruptedException {
        return ends(topic(channel), admin.partitions(topic(channel)));
    }

    /// Looks whether a queue still exists.
    ///
    /// @return whether the broker answers; where it does not, it will perhaps be back
    /// @throws UserError where it does not exist, or the broker refuses to say so
    boolean requireThere(String channel) throws InterruptedException {
        try {
            exists(topic(channel), admin.partitions(topic(channel)));
            return true;
        } catch (UserError e) {
            if (e.getCause() instanceof TimeoutException) {
                return false;
            }
            throw e;
        }
    }

    /// What a queue of one sender holds, when nothing of a sender that has died is on its way to it any more: twice
    /// the same.
    long[] settledEnds(String channel) throws InterruptedException {
        long[] before = ends(channel);
        while (true) {
            if (LongStream.of(before).allMatch(end -> end == 0)) {
                return before;
            }
            TimeUnit.MILLISECONDS.sleep(SETTLED_MS);
            long[] now = ends(channel);
            if (Arrays.equals(before, now)) {
                return now;
            }
            before = now;
        }
    }

    private long[] ends(String topic, OptionalInt count) throws InterruptedException {
        List<TopicPartition> partitions = IntStream.range(0, exists(topic, count))
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        Map<TopicPartition, Long> ends = admin.ends(topic, partitions);
        return partitions.stream().mapToLong(ends::get).toArray();
    }

    private int exists(String topic, OptionalInt partitions) {
        return partitions.orElseThrow(
                () -> new UserError("There is no topic %s on the Kafka broker at %s; run enqueue for this crawl first."
                        .formatted(topic, config.bootstrap())));
    }

    /// How far the workers say that they have come, in each partition of a queue. For display only: the files
    /// say it.
    ///
    /// @return 0 where nobody has said anything
    public long[] committed(String channel) throws InterruptedException {
        String topic = topic(channel);
        long[] committed = new long[exists(topic, admin.partitions(topic))];
        admin.committed(topic).forEach((partition, said) -> {
            if (said != null && partition.topic().equals(topic) && partition.partition() < committed.length) {
                committed[partition.partition()] = said.offset();
            }
        });
        return committed;
    }

    /// The same, from a broker that is waited for where it is away.
    public long[] awaitCommitted(String channel) throws InterruptedException {
        while (true) {
            try {
                return committed(channel);
            } catch (UserError e) {
                // Each question has waited for its time.
                if (!(e.getCause() instanceof TimeoutException)) {
                    throw e;
                }
            }
        }
    }

    /// How the coordinator treats the group of a queue: set by the brokers
    /// (`group.consumer.session.timeout.ms`, `group.consumer.heartbeat.interval.ms`), or for one group alone.
    public SessionTimeouts sessionTimeouts(String channel) throws InterruptedException {
        return SessionTimeouts.of(admin.settings(ConfigResource.Type.GROUP, topic(channel)));
    }

    /// Deletes the topics and the groups of the crawl. The dataset is untouched.
    ///
    /// @throws UserError where workers still take part
    public void delete() throws InterruptedException {
        List<String> groups = channels.stream().map(this::topic).toList();
        admin.deleteGroups(groups);
        List<String> topics = new ArrayList<>(groups);
        topics.add(topic(PLAN));
        admin.deleteTopics(topics);
    }

    @Override
    public void close() {
        admin.close();
    }
}
