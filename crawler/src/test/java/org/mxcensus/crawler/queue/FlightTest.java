package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.store.UserError;

/// Records on their way, with a producer that has no room, or fails.
class FlightTest {
    private static final String TOPIC = "domains";

    /// Has neither room nor metadata for a while: as a producer says when the broker is away.
    private static final class Crowded extends MockProducer<byte[], byte[]> {
        private int refusals;

        Crowded(int refusals) {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.refusals = refusals;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            if (refusals > 0 && record.value()[0] == 1) {
                refusals--;
                TimeoutException crowded = new TimeoutException("no room");
                callback.onCompletion(new RecordMetadata(new TopicPartition(TOPIC, -1), -1, -1, -1, -1, -1), crowded);
                return CompletableFuture.failedFuture(crowded);
            }
            return super.send(record, callback);
        }
    }

    @Test
    void whatThereIsNoRoomForIsHandedOverAgainAndNothingOvertakesIt() throws InterruptedException {
        Crowded producer = new Crowded(3);
        AtomicInteger looks = new AtomicInteger();
        Flight flight = new Flight(producer, 3, Already.UNKNOWN, looks::incrementAndGet);
        for (int n = 0; n < 3; n++) {
            flight.add(record(n));
        }

        assertThat(flight.land()).isNull();
        assertThat(producer.history())
                .extracting(record -> (int) record.value()[0])
                .containsExactly(0, 1, 2);
        assertThat(looks).hasValue(3);
    }

    @Test
    void whoSeesAReasonWaitsForRoomNoLonger() {
        Flight flight = new Flight(new Crowded(3), 1, Already.UNKNOWN, () -> {
            throw new UserError("There is no topic any more.");
        });

        assertThatThrownBy(() -> flight.add(record(1))).isInstanceOf(UserError.class);
    }

    @Test
    void afterAFailureNothingMoreIsHandedOver() throws InterruptedException {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        Flight flight = new Flight(producer, 3, Already.UNKNOWN, () -> {});
        flight.add(record(0));
        ClusterAuthorizationException refused = new ClusterAuthorizationException("not you");
        producer.errorNext(refused);
        IntStream.range(1, 3).forEach(n -> add(flight, n));

        assertThat(flight.land()).isEqualTo(refused);
        assertThat(producer.history()).hasSize(1);
    }

    private static void add(Flight flight, int n) {
        try {
            flight.add(record(n));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(int n) {
        return new ProducerRecord<>(TOPIC, 0, new byte[0], new byte[] {(byte) n});
    }
}
