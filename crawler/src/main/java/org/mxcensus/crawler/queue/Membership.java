package org.mxcensus.crawler.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.mxcensus.crawler.pace.Ticker;

/// What the coordinator has given us, and how it is handed over when the coordinator wants it back. For the intake's
/// thread alone.
final class Membership<M> implements ConsumerRebalanceListener {
    /// How long an owner may finish what is in flight. The coordinator waits longer: see [ClientSettings].
    private static final Duration HAND_OVER = Duration.ofSeconds(60);

    /// In each heartbeat interval, while it does.
    private static final int STEPS = 10;

    private final Flow<M> flow;
    private final Held<M> held;
    private final KafkaLease lease;
    private final Renewal renewal;
    private final Duration heartbeat;
    private final Ticker ticker;
    private final Set<Integer> ours = new TreeSet<>();

    Membership(Flow<M> flow, Held<M> held, KafkaLease lease, Renewal renewal, Duration heartbeat, Ticker ticker) {
        this.flow = flow;
        this.held = held;
        this.lease = lease;
        this.renewal = renewal;
        this.heartbeat = heartbeat;
        this.ticker = ticker;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        flow.hold(partitions);
        ours.addAll(numbers(partitions));
        numbers(partitions).forEach(held::assign);
    }

    /// Kafka takes the return of this as the word that they can be given to others.
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        handOver(numbers(partitions));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        held.loseAll();
        forget(numbers(partitions));
    }

    /// Whether others have all that there is.
    boolean isIdle() {
        return ours.isEmpty();
    }

    /// Gives back what the watchdog took away and what is ours still.
    void restore() {
        if (lease.valid()) {
            ours.forEach(held::assign);
        }
    }

    void handOverAll() {
        handOver(List.copyOf(ours));
    }

    private void handOver(Collection<Integer> partitions) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            await(held.revoke(partitions, threads), partitions);
        }
        renewal.commit(heartbeat);
        held.release(partitions);
        forget(partitions);
    }

    /// Waits until owners have finished. Until then the partitions are ours, and the lease is renewed.
    private void await(CompletableFuture<Void> finished, Collection<Integer> partitions) {
        Duration step = heartbeat.dividedBy(STEPS);
        long begin = ticker.nanos();
        while (!within(finished, step)) {
            flow.serve();
            renewal.turnWaiting(heartbeat);
            if (ticker.nanos() - begin > HAND_OVER.toNanos()) {
                // Soon the coordinator gives them to others, whatever our lease says.
                held.lose(partitions);
            }
        }
    }

    private static boolean within(CompletableFuture<Void> finished, Duration step) {
        try {
            finished.get(step.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the owner of a partition failed to hand it over", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void forget(Collection<Integer> partitions) {
        ours.removeAll(partitions);
        renewal.forget(partitions);
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }
}
