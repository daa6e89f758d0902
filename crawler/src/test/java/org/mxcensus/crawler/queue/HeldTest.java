package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Who is told what about partitions, and in which order.
class HeldTest {
    private final List<String> told = new ArrayList<>();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final HandTicker time = new HandTicker();
    private final KafkaLease lease = new KafkaLease(SessionTimeouts.OF_KAFKA, time);
    private final Held<String> held = new Held<>(new Owner(), lease, 10, new Bell());

    private final class Owner implements KafkaIntake.Owner<String> {
        @Override
        public void assigned(KafkaIntake.Assigned<String> inbox) {
            tell("assigned " + inbox.partition());
        }

        @Override
        public void revoked(int partition) {
            tell("revoked " + partition);
            try {
                busy.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void lost(int partition) {
            tell("lost " + partition);
        }

        private void tell(String what) {
            synchronized (told) {
                told.add(what);
            }
        }
    }

    @Test
    void aLeaseThatHasRunOutTakesAwayWhatIsInUse() {
        open(0);
        held.assign(1);
        obtainLease();
        held.watch();
        assertThat(told).containsExactly("assigned 0", "assigned 1");

        time.pass(SessionTimeouts.OF_KAFKA.session());
        held.watch();
        held.watch();

        assertThat(told)
                .as("of partition 1 nothing has come yet")
                .containsExactly("assigned 0", "assigned 1", "lost 0");
    }

    @Test
    void aLeaseRenewedTooLateRevivesNothing() {
        open(0);
        obtainLease();
        time.pass(SessionTimeouts.OF_KAFKA.session());

        obtainLease();

        assertThat(lease.valid()).isTrue();
        assertThat(told).containsExactly("assigned 0", "lost 0");
    }

    @Test
    void whatIsBeingHandedOverCanStillBeLost() {
        open(0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> finished = held.revoke(List.of(0), threads);
            held.loseAll();
            assertThat(finished).as("its owner still has to return").isNotDone();
            busy.countDown();
            finished.join();
        }
        held.release(List.of(0));

        assertThat(told).contains("revoked 0", "lost 0").hasSize(3);
        assertThat(held.all()).isEmpty();
    }

    @Test
    void whatWasHandedOverIsNotLostAsWell() {
        open(0);
        busy.countDown();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            held.revoke(List.of(0), threads).join();
        }
        held.release(List.of(0));
        held.loseAll();

        assertThat(told).containsExactly("assigned 0", "revoked 0");
    }

    @Test
    void aPartitionIsGivenOnce() {
        held.assign(0);
        held.assign(0);

        assertThat(told).containsExactly("assigned 0");
    }

    @Test
    void whatWasAbandonedIsGivenAgainWhileItIsOurs() {
        open(0);
        held.of(0).orElseThrow().abandon();
        held.assign(0);
        assertThat(told).containsExactly("assigned 0", "assigned 0");
        assertThat(held.of(0).orElseThrow().isEnded()).isFalse();

        held.of(0).orElseThrow().abandon();
        held.loseAll();

        assertThat(told).as("nobody has it in hand, but its owner is told").endsWith("assigned 0", "lost 0");
        assertThat(held.all()).isEmpty();
    }

    private void obtainLease() {
        held.confirmed(time.nanos());
        held.confirmed(time.nanos());
    }

    private void open(int partition) {
        held.assign(partition);
        KafkaInbox<String> inbox = held.of(partition).orElseThrow();
        CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> {
            try {
                inbox.resume(0);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (!begun.isDone()) {
            inbox.ready();
            inbox.open();
        }
    }
}
