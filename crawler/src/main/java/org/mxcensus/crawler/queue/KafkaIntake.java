package org.mxcensus.crawler.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.queue.Inbox.Message;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The receiving end of a queue in Kafka: one worker's share of its partitions.
///
/// Its thread, the one that calls [#run], polls, seeks and commits, and waits for nobody: a partition whose buffer is
/// full is paused, and the poll goes on. Only while partitions are being handed over is there no poll, for as long as
/// their owner takes; commits go on then too.
///
/// A watchdog takes partitions away when the lease has run out, because the broker is away or because this process was
/// stopped. They come back when the coordinator knows us again and has given them to nobody else.
///
/// @param <M> what the messages say
public final class KafkaIntake<M> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaIntake.class);
    /// An answer to a seek or an empty buffer waits so long at most.
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration LEAVE = Duration.ofSeconds(10);
    /// Parts of a heartbeat interval: how late the watchdog may be.
    private static final int WATCHES = 10;

    private final Wire<M> wire;
    private final KafkaErrors errors;
    private final SessionTimeouts timeouts;
    private final Ticker ticker;
    private final KafkaLease lease;
    private final Held<M> held;
    private final Consumer<byte[], byte[]> consumer;
    private final Renewal renewal;
    private final Set<Integer> ours = new TreeSet<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;

    /// Who looks after partitions. Each of them is told about in this order: `assigned`, perhaps `revoked`, perhaps
    /// `lost`; then `assigned` again, if ever.
    ///
    /// @param <M> what the messages say
    public interface Owner<M> {

        /// A partition is ours. Returns at once: it is called by the thread that polls.
        void assigned(Inbox<M> inbox);

        /// Another is to have this partition. Returns when nothing is in flight any more, within a minute: until then
        /// it is ours, and messages can be taken and committed. Called by a thread of its own for each
        /// partition.
        void revoked(int partition);

        /// Another may have this partition already. Returns at once, and has stopped everything. This may be called
        /// while [#revoked] is still under way for the partition.
        void lost(int partition);
    }

    /// @param topics of the crawl
    /// @param buffer how many messages of a partition may wait here. A poll that is under way may add some hundreds
    /// @param ticker for the lease
    /// @throws UserError where the queue has no topic, or the broker does not answer
    public KafkaIntake(
            KafkaConfig config, KafkaTopics topics, Channel<M> channel, int buffer, Owner<M> owner, Ticker ticker)
            throws InterruptedException {
        this.wire = new Wire<>(channel, topics.topic(channel.name()), topics.ends(channel.name()).length);
        this.errors = new KafkaErrors(config);
        this.timeouts = topics.sessionTimeouts(channel.name());
        this.ticker = ticker;
        this.lease = new KafkaLease(timeouts, ticker);
        this.held = new Held<>(owner, lease, buffer);
        try {
            this.consumer = new KafkaConsumer<>(ClientSettings.member(config, wire.topic()));
        } catch (KafkaException e) {
            throw errors.told(e, "reach the broker");
        }
        this.renewal = new Renewal(consumer, wire.topic(), held, lease, timeouts.heartbeat(), ticker);
    }

    /// Leave to probe for what comes out of these inboxes.
    public Lease lease() {
        return lease;
    }

    /// Takes part until [#close]. To be called once.
    ///
    /// @throws UserError where the broker refuses, or has lost messages
    /// @throws InterruptedException where this thread is interrupted: partitions are lost then, not handed over
    public void run() throws InterruptedException {
        if (!begun.compareAndSet(false, true)) {
            throw new IllegalStateException("this intake has been run before");
        }
        Thread watchdog =
                Thread.ofPlatform().daemon().name("lease of " + wire.topic()).start(this::watch);
        try {
            consumer.subscribe(List.of(wire.topic()), new Rebalance());
            while (!closing) {
                deliver(consumer.poll(POLL));
                serve();
                renewal.turn();
            }
            handOver(List.copyOf(ours));
        } catch (KafkaException e) {
            throw errors.toldOrInterrupted(e, "read the topic " + wire.topic());
        } finally {
            held.lose(List.copyOf(ours));
            watchdog.interrupt();
            leave();
            ended.countDown();
        }
    }

    /// Hands all partitions over, and leaves the group. Returns when [#run] has ended.
    @Override
    public void close() {
        closing = true;
        if (begun.compareAndSet(false, true)) {
            leave();
            return;
        }
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        boolean interrupted = Thread.interrupted();
        try {
            consumer.close(CloseOptions.timeout(LEAVE));
        } catch (KafkaException e) {
            LOG.warn("left the group {} without saying so: {}", wire.topic(), e.toString());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            var inbox = held.of(partition.partition());
            if (inbox.isPresent()) {
                put(inbox.get(), records.records(partition));
            }
            if (inbox.isEmpty() || inbox.get().full()) {
                consumer.pause(List.of(partition));
            }
        }
    }

    private void put(KafkaInbox<M> inbox, List<ConsumerRecord<byte[], byte[]>> records) {
        List<Message<M>> messages = new ArrayList<>(records.size());
        records.forEach(record -> messages.add(new Message<>(record.offset(), wire.item(record))));
        if (!inbox.put(messages)) {
            throw new UserError(
                    "Partition %d of the topic %s has lost messages before %d; a crawl cannot go on without them: begin it anew."
                            .formatted(
                                    inbox.partition(),
                                    wire.topic(),
                                    records.getFirst().offset()));
        }
    }

    /// What owners wait for.
    private void serve() {
        if (lease.valid()) {
            // Those that the watchdog took away, and that are ours still.
            ours.forEach(held::assign);
        }
        Set<TopicPartition> paused = consumer.paused();
        for (KafkaInbox<M> inbox : held.all()) {
            TopicPartition partition = new TopicPartition(wire.topic(), inbox.partition());
            inbox.asked().ifPresent(offset -> {
                consumer.pause(List.of(partition));
                consumer.seek(partition, offset);
                renewal.begin(inbox.partition(), offset);
                inbox.ready();
            });
            if (inbox.isReady() && lease.valid()) {
                inbox.open();
                consumer.resume(List.of(partition));
            } else if (inbox.isOpen() && inbox.hungry() && paused.contains(partition)) {
                consumer.resume(List.of(partition));
            }
        }
    }

    /// Waits until owners have finished, and renews the lease meanwhile.
    private void handOver(Collection<Integer> partitions) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Duration step = timeouts.heartbeat().dividedBy(4);
            CompletableFuture<Void> finished = held.revoke(partitions, threads);
            while (!within(finished, step)) {
                serve();
                renewal.turnWaiting(step);
            }
        }
        renewal.commit(timeouts.heartbeat());
        held.release(partitions);
        forget(partitions);
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

    private void watch() {
        try {
            while (true) {
                ticker.sleep(timeouts.heartbeat().toNanos() / WATCHES);
                held.watch();
            }
        } catch (InterruptedException e) {
            // The intake has ended.
        }
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }

    private final class Rebalance implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
            // A place to stand until the owner names another: Kafka would look for a committed offset, which may
            // not exist, and must not be trusted.
            partitions.forEach(partition -> consumer.seek(partition, 0));
            ours.addAll(numbers(partitions));
            numbers(partitions).forEach(held::assign);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            handOver(numbers(partitions));
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            held.lose(numbers(partitions));
            forget(numbers(partitions));
        }
    }
}
