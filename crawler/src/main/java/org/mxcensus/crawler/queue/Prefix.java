package org.mxcensus.crawler.queue;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.mxcensus.datasets.store.UserError;

/// A log that has one sender, whose messages are the same in each run: an interrupted run is continued by leaving out
/// what lies in the log.
///
/// What lies there is always a prefix of what the sender sends: a producer appends to a partition in the order of
/// `send`, one batch after the other, and a batch that is sent again takes its old place or is known to be there
/// (idempotence). So the number of records tells where to go on. That nobody else has written is checked twice: the
/// last record must be the one that this sender sends at that place, and each new one must get the offset that
/// follows.
///
/// Not for several threads, except [#acknowledged].
final class Prefix implements Already {
    private final String topic;
    private final long[] there;
    private final Map<Integer, ConsumerRecord<byte[], byte[]>> last;
    private final long[] passed;
    private final long[] expected;

    /// @param there how many records each partition holds
    /// @param last the last of each partition that holds any
    Prefix(String topic, long[] there, Map<Integer, ConsumerRecord<byte[], byte[]>> last) {
        this.topic = topic;
        this.there = there.clone();
        this.last = Map.copyOf(last);
        this.passed = new long[there.length];
        this.expected = there.clone();
    }

    @Override
    public boolean holds(ProducerRecord<byte[], byte[]> next) {
        int partition = next.partition();
        long place = passed[partition]++;
        if (place == there[partition] - 1 && !same(next, requireNonNull(last.get(partition)))) {
            throw other(partition, place);
        }
        return place < there[partition];
    }

    @Override
    public void sealed() {
        for (int partition = 0; partition < there.length; partition++) {
            if (passed[partition] < there[partition]) {
                throw other(partition, passed[partition]);
            }
        }
    }

    /// Called by the producer's thread, in the order of a partition.
    @Override
    public void acknowledged(RecordMetadata where) {
        long place = expected[where.partition()]++;
        if (where.hasOffset() && where.offset() != place) {
            throw other(where.partition(), place);
        }
    }

    private UserError other(int partition, long offset) {
        return new UserError(
                "Partition %d of the topic %s holds at %d something other than this input has there; give the input that the crawl began with, and let nobody else enqueue into it meanwhile."
                        .formatted(partition, topic, offset));
    }

    private static boolean same(ProducerRecord<byte[], byte[]> next, ConsumerRecord<byte[], byte[]> last) {
        return Arrays.equals(next.key(), last.key())
                && Arrays.equals(next.value(), last.value())
                && sameHeaders(next.headers(), last.headers());
    }

    private static boolean sameHeaders(Headers one, Headers other) {
        return Arrays.equals(one.toArray(), other.toArray());
    }
}
