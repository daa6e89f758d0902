package org.mxcensus.crawler.queue;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// The sending end of a queue in Kafka. Messages show at once: see [Outbox.Delivery].
///
/// @param <M> what the messages say
final class KafkaOutbox<M> implements Outbox<M> {
    private static final Delivery TAKEN = () -> {};

    private final Producer<byte[], byte[]> producer;
    private final Wire<M> wire;
    private final Already already;
    private final Flight.Obstacle obstacle;
    private final KafkaErrors errors;

    KafkaOutbox(
            Producer<byte[], byte[]> producer,
            Wire<M> wire,
            Already already,
            Flight.Obstacle obstacle,
            KafkaErrors errors) {
        this.producer = producer;
        this.wire = wire;
        this.already = already;
        this.obstacle = obstacle;
        this.errors = errors;
    }

    @Override
    public Delivery send(List<M> messages) throws InterruptedException {
        Flight flight = flight(messages.size());
        for (M message : messages) {
            flight.add(wire.message(message));
        }
        land(flight);
        return TAKEN;
    }

    @Override
    public void seal(int sender) throws InterruptedException {
        List<ProducerRecord<byte[], byte[]>> seals = IntStream.range(0, wire.partitions())
                .mapToObj(partition -> wire.seal(sender, partition))
                .toList();
        Flight flight = flight(seals.size());
        for (ProducerRecord<byte[], byte[]> seal : seals) {
            flight.add(seal);
        }
        land(flight);
        already.sealed();
    }

    private Flight flight(int records) {
        return new Flight(producer, records, already, obstacle);
    }

    private void land(Flight flight) throws InterruptedException {
        Exception hindered = flight.land();
        if (hindered != null) {
            throw errors.told(hindered, "send to the topic " + wire.topic());
        }
    }
}
