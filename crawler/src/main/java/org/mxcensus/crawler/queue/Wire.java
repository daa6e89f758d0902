package org.mxcensus.crawler.queue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.mxcensus.crawler.queue.Inbox.Item;

/// How a queue's items lie in a topic: a message as key and value, a seal as a header and nothing else.
///
/// @param topic where they lie
/// @param partitions of the topic
record Wire<M>(Channel<M> channel, String topic, int partitions) {
    /// Its value is the number of the sender.
    private static final String SEAL = "seal";

    private static final byte[] NOTHING = {};

    ProducerRecord<byte[], byte[]> message(M message) {
        String key = channel.key().apply(message);
        // The partition is named: Kafka's own choice would follow its hash and not ours.
        return new ProducerRecord<>(
                topic,
                Partitions.of(key, partitions),
                key.getBytes(UTF_8),
                channel.encode().apply(message));
    }

    ProducerRecord<byte[], byte[]> seal(int sender, int partition) {
        Header seal = new RecordHeader(SEAL, String.valueOf(sender).getBytes(US_ASCII));
        return new ProducerRecord<>(topic, partition, NOTHING, NOTHING, List.of(seal));
    }

    Item<M> item(ConsumerRecord<byte[], byte[]> read) {
        OptionalInt sender = sender(Optional.ofNullable(read.headers().lastHeader(SEAL)));
        if (sender.isPresent()) {
            return new Item.Seal<>(sender.getAsInt());
        }
        byte @Nullable [] value = read.value();
        return new Item.Work<>(channel.decode().apply(value == null ? NOTHING : value));
    }

    private static OptionalInt sender(Optional<Header> seal) {
        if (seal.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseUnsignedInt(new String(seal.get().value(), US_ASCII)));
        } catch (NumberFormatException nobodyOfOurs) {
            return OptionalInt.empty();
        }
    }
}
