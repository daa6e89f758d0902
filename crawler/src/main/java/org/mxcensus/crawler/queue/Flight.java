package org.mxcensus.crawler.queue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.store.UserError;

/// Records on their way to the broker, handed over by one thread.
final class Flight implements Callback {
    /// How often somebody looks why it takes so long.
    private static final long PATIENCE_S = 30;

    private final Producer<byte[], byte[]> producer;
    private final Thread sender = Thread.currentThread();
    private final CountDownLatch pending;
    private final Already already;
    private final Obstacle obstacle;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private boolean refused;

    /// Looks for a reason to wait no longer.
    interface Obstacle {
        void check() throws InterruptedException;
    }

    /// @param records how many will be handed over
    Flight(Producer<byte[], byte[]> producer, int records, Already already, Obstacle obstacle) {
        this.producer = producer;
        this.pending = new CountDownLatch(records);
        this.already = already;
        this.obstacle = obstacle;
    }

    /// Hands a record over, and waits for room. Nothing may overtake it: the log would not be a prefix any more.
    void add(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
        if (failure.get() != null || already.holds(record)) {
            pending.countDown();
            return;
        }
        try {
            do {
                refused = false;
                producer.send(record, this);
                if (refused) {
                    obstacle.check();
                }
            } while (refused);
        } catch (InterruptException e) {
            // Kafka sets the thread's flag as well as throwing.
            Thread.interrupted();
            throw new InterruptedException("interrupted while messages were being sent");
        }
    }

    /// Waits until the broker has acknowledged all.
    ///
    /// @return what hindered one of them; null where nothing did
    @Nullable
    Exception land() throws InterruptedException {
        while (!pending.await(PATIENCE_S, TimeUnit.SECONDS)) {
            obstacle.check();
        }
        return failure.get();
    }

    @Override
    public void onCompletion(RecordMetadata metadata, @Nullable Exception e) {
        if (e instanceof TimeoutException && Thread.currentThread() == sender) {
            // Not handed over: neither room nor metadata within the time that a producer waits for them.
            refused = true;
            return;
        }
        if (e != null) {
            failure.compareAndSet(null, e);
        } else {
            acknowledged(metadata);
        }
        pending.countDown();
    }

    private void acknowledged(RecordMetadata metadata) {
        try {
            already.acknowledged(metadata);
        } catch (UserError told) {
            failure.compareAndSet(null, told);
        }
    }
}
