package org.mxcensus.crawler.queue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The receiving end of a queue in Kafka: one worker's share of its partitions.
///
/// Its thread, the one that calls [#run], polls, seeks and commits, and waits for nobody: a partition whose
/// buffer is full is paused, and the poll goes on. Only while partitions are being handed over is there no
/// poll, for as long as their owner takes; commits go on then too.
///
/// A watchdog takes partitions away when the lease has run out, because the broker is away or because this
/// process was stopped. They come back when the coordinator knows us again and has given them to nobody else.
///
/// @param <M> what the messages say
public final class KafkaIntake<M> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaIntake.class);
    /// Who has nothing to do asks so often whether that is right.
    private static final Duration LOOK = Duration.ofSeconds(30);

    /// In each heartbeat interval.
    private static final int WATCHES = 10;

    private final KafkaTopics topics;
    private final String channel;
    private final String topic;
    private final KafkaErrors errors;
    private final long heartbeat;
    private final Ticker ticker;
    private final Bell bell = new Bell();
    private final KafkaLease lease;
    private final Held<M> held;
    private final Supplier<Member<M>> members;
    private Member<M> member;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private long looked;

    /// What comes of a partition that was assigned.
    ///
    /// @param <M> what the messages say
    public interface Assigned<M> extends Inbox<M> {

        /// Whoever took messages out of it has ended before the end, though nobody took the partition away. Where it is
        /// ours still, it is assigned once more. From any thread; returns at once.
        void abandon();
    }

    /// Who looks after partitions. Of each it is told in this order: `assigned`, perhaps `revoked`, perhaps
    /// `lost`; then `assigned` again, if ever. What was abandoned is assigned again too.
    ///
    /// @param <M> what the messages say
    public interface Owner<M> {

        /// A partition is ours. Returns at once: it is called by the thread that polls.
        void assigned(Assigned<M> inbox);

        /// Another is to have this partition. Returns when nothing is in flight any more, within a minute: until
        /// then it is ours, and messages can be taken and committed. Called by a thread of its own for each
        /// partition.
        void revoked(int partition);

        /// Another may have this partition already. Returns at once, and has stopped everything. This may be
        /// called while [#revoked] is still under way for the partition.
        void lost(int partition);
    }

    /// @param topics of the crawl
    /// @param buffer how many messages of a partition may wait here; a poll that is under way may add some
    ///     hundreds
    /// @param ticker for the lease
    /// @throws UserError where the queue has no topic, or the broker does not answer
    public KafkaIntake(
            KafkaConfig config, KafkaTopics topics, Channel<M> channel, int buffer, Owner<M> owner, Ticker ticker)
            throws InterruptedException {
        SessionTimeouts timeouts = topics.sessionTimeouts(channel.name());
        Wire<M> wire = new Wire<>(channel, topics.topic(channel.name()), topics.ends(channel.name()).length);
        this.topics = topics;
        this.channel = channel.name();
        this.topic = wire.topic();
        this.errors = new KafkaErrors(config);
        this.heartbeat = timeouts.heartbeat().toNanos();
        this.ticker = ticker;
        this.looked = ticker.nanos();
        this.lease = new KafkaLease(timeouts, ticker);
        this.held = new Held<>(owner, lease, buffer, bell);
        this.members = () -> new Member<>(
                ClientSettings.member(config, topic), wire, held, lease, timeouts.heartbeat(), ticker, bell);
        try {
            this.member = members.get();
        } catch (KafkaException e) {
            throw errors.told(e, "reach the broker");
        }
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
            if (closing) {
                return;
            }
            throw new IllegalStateException("this intake has been run before");
        }
        Thread watchdog = Thread.ofPlatform().daemon().name("lease of " + topic).start(this::watch);
        try {
            while (!takePart()) {
                LOG.warn(
                        "The broker has forgotten who works on {}, as one does that was killed; joining again.", topic);
                held.loseAll();
                member.leave();
                member = members.get();
            }
        } catch (KafkaException e) {
            throw errors.toldOrInterrupted(e, "read the topic " + topic);
        } finally {
            held.loseAll();
            watchdog.interrupt();
            member.leave();
            ended.countDown();
        }
    }

    /// @return false where the coordinator knows the group no longer, and this member never again
    private boolean takePart() throws InterruptedException {
        try {
            member.join();
            while (!closing) {
                member.turn();
                look();
            }
            member.handOverAll();
            return true;
        } catch (GroupIdNotFoundException forgotten) {
            return false;
        }
    }

    /// Who has no partition waits for one, unless there are none any more.
    private void look() throws InterruptedException {
        if (!member.isIdle()) {
            looked = ticker.nanos();
        } else if (ticker.nanos() - looked > LOOK.toNanos()) {
            looked = ticker.nanos();
            topics.requireThere(channel);
        }
    }

    /// Hands all partitions over, and leaves the group. Returns when [#run] has ended.
    @Override
    public void close() {
        closing = true;
        bell.ring();
        if (begun.compareAndSet(false, true)) {
            member.leave();
            ended.countDown();
        }
        boolean interrupted = false;
        while (ended.getCount() > 0) {
            try {
                ended.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (true) {
                ticker.sleep(heartbeat / WATCHES);
                held.watch();
            }
        } catch (InterruptedException e) {
            // The intake has ended.
            return;
        }
    }
}
