package org.mxcensus.crawler.queue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.mxcensus.datasets.store.UserError;

/// How the topics of a crawl are made.
///
/// @param partitions of each queue, for the whole crawl: a worker owns whole partitions, so this is how many workers
///     can share a stage
/// @param replication on how many brokers each message lies; [#OF_BROKER] for what the brokers do by themselves
/// @param minInsync how many of them must have a message before it counts as taken; [#OF_BROKER] likewise
public record TopicSettings(int partitions, int replication, int minInsync) {
    /// As the brokers have it.
    public static final int OF_BROKER = -1;

    /// A sender's seal goes to each partition of the next queue: with more, seals outnumber messages.
    private static final int MOST_PARTITIONS = 1_000;

    /// What a topic must be like to hold a queue.
    static final Map<String, String> REQUIRED = Map.of(
            // Every message is needed until the crawl is finished: a chunk may be looked at again at any time.
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1",
            // Compaction would leave one message of each key, and holes between the offsets.
            TopicConfig.CLEANUP_POLICY_CONFIG, "delete",
            // A replica that was behind must not become the leader: what was acknowledged would be gone.
            TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");

    /// @throws UserError where there can be no such topics
    public TopicSettings {
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new UserError("A crawl has from 1 to %d partitions, not %d; a few for each worker are enough."
                    .formatted(MOST_PARTITIONS, partitions));
        }
        if (replication != OF_BROKER && (replication < 1 || replication > Short.MAX_VALUE)) {
            throw new UserError("A message lies on one broker at least, not on %d.".formatted(replication));
        }
        if (minInsync != OF_BROKER && minInsync < 1) {
            throw new UserError(
                    "A message must be on one broker at least to be taken, not on %d.".formatted(minInsync));
        }
    }

    public static TopicSettings of(int partitions) {
        return new TopicSettings(partitions, OF_BROKER, OF_BROKER);
    }

    NewTopic topic(String name, int count) {
        Optional<Short> copies = replication == OF_BROKER ? Optional.empty() : Optional.of((short) replication);
        return new NewTopic(name, Optional.of(count), copies).configs(all());
    }

    private Map<String, String> all() {
        Map<String, String> all = new HashMap<>(REQUIRED);
        if (minInsync != OF_BROKER) {
            all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(minInsync));
        }
        return all;
    }
}
