package org.mxcensus.crawler.queue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.mxcensus.crawler.queue.KafkaIntake.Owner;

/// The partitions that are ours, and what their owner is told about them, in order.
///
/// Two threads take partitions away: the intake's, when the coordinator says so, and the watchdog, when nobody says
/// anything any more. The lock makes them take turns, and is never held while the owner finishes what is in flight.
final class Held<M> {
    private final Owner<M> owner;
    private final KafkaLease lease;
    private final int capacity;
    private final Bell bell;
    private final Map<Integer, KafkaInbox<M>> inboxes = new TreeMap<>();

    /// @param capacity how many messages of a partition may wait
    /// @param bell of the intake's thread
    Held(Owner<M> owner, KafkaLease lease, int capacity, Bell bell) {
        this.owner = owner;
        this.lease = lease;
        this.capacity = capacity;
        this.bell = bell;
    }

    synchronized List<KafkaInbox<M>> all() {
        return List.copyOf(inboxes.values());
    }

    synchronized Optional<KafkaInbox<M>> of(int partition) {
        return Optional.ofNullable(inboxes.get(partition));
    }

    /// A partition without an inbox gets one, and so does one whose inbox was abandoned.
    synchronized void assign(int partition) {
        KafkaInbox<M> known = inboxes.get(partition);
        if (known == null || known.isEnded()) {
            KafkaInbox<M> inbox = new KafkaInbox<>(partition, capacity, bell);
            inboxes.put(partition, inbox);
            owner.assigned(inbox);
        }
    }

    /// The owner finishes what is in flight; its partitions stay ours meanwhile.
    ///
    /// @return done when [Owner#revoked] has returned for each
    synchronized CompletableFuture<Void> revoke(Collection<Integer> partitions, ExecutorService threads) {
        return CompletableFuture.allOf(partitions.stream()
                .filter(inboxes::containsKey)
                .map(partition -> CompletableFuture.runAsync(() -> owner.revoked(partition), threads))
                .toArray(CompletableFuture[]::new));
    }

    /// They have been handed over.
    synchronized void release(Collection<Integer> partitions) {
        partitions.forEach(partition -> {
            KafkaInbox<M> inbox = inboxes.remove(partition);
            if (inbox != null) {
                inbox.end();
            }
        });
    }

    /// Others may have them already.
    synchronized void lose(Collection<Integer> partitions) {
        List.copyOf(partitions).forEach(this::lose);
    }

    /// The coordinator does not know us any more, or soon will not.
    synchronized void loseAll() {
        lease.drop();
        lose(inboxes.keySet());
    }

    /// Takes away what we no longer know to be ours.
    synchronized void watch() {
        if (lease.lapsed()) {
            lease.drop();
            // Nothing has come of the others: nobody needs a lease for them.
            all().stream().filter(KafkaInbox::isOpen).map(KafkaInbox::partition).forEach(this::lose);
        }
    }

    /// The coordinator knows us.
    ///
    /// @param sent see [KafkaLease#confirmed]
    synchronized void confirmed(long sent) {
        // A lease that is renewed too late would revive what should have ended.
        watch();
        lease.confirmed(sent);
    }

    private void lose(int partition) {
        KafkaInbox<M> inbox = inboxes.remove(partition);
        if (inbox != null) {
            inbox.end();
            owner.lost(partition);
        }
    }
}
