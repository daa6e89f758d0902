package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.store.UserError;

/// Given these limits, never more than that at once.
class PaceTest {

    private static final class Counted {
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        void enter() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
        }

        void exit() {
            now.decrementAndGet();
        }
    }

    @Test
    void aCrowdStaysWithinEveryLimit() throws Exception {
        Pace pace = new Pace(new PaceLimits(1, 3, 10, Duration.ZERO));
        Map<String, Counted> byAddress = new ConcurrentHashMap<>();
        Map<String, Counted> byNetwork = new ConcurrentHashMap<>();
        Counted all = new Counted();

        crowd(2_000, i -> {
            Peer address = Peers.at("192.0." + i % 8 + "." + i % 40);
            List<Counted> counters = List.of(
                    byAddress.computeIfAbsent(address.address().getHostAddress(), key -> new Counted()),
                    byNetwork.computeIfAbsent(address.network(), key -> new Counted()),
                    all);
            pace.enter(address);
            counters.forEach(Counted::enter);
            Thread.yield();
            counters.forEach(Counted::exit);
            pace.exit(address);
        });

        assertThat(byAddress.values())
                .allSatisfy(counted -> assertThat(counted.most).hasValue(1));
        assertThat(byNetwork.values())
                .allSatisfy(counted -> assertThat(counted.most.get()).isLessThanOrEqualTo(3));
        assertThat(all.most.get()).isBetween(2, 10);
        assertThat(pace.remembered()).isZero();
    }

    @Test
    void whoWaitsForABusyAddressHoldsNobodyUp() throws Exception {
        Pace pace = new Pace(new PaceLimits(1, 2, 2, Duration.ZERO));
        Peer busy = Peers.at("192.0.2.1");
        pace.enter(busy);
        Thread waiting = waiter(pace, busy);

        // Neither its network's second place nor the last one of all is taken by the one who waits.
        Peer neighbour = Peers.at("192.0.2.2");
        pace.enter(neighbour);
        pace.exit(neighbour);

        pace.exit(busy);
        waiting.join();
        pace.exit(busy);
        assertThat(pace.remembered()).isZero();
    }

    @Test
    void whoIsInterruptedLeavesNothingBehind() throws Exception {
        Pace pace = new Pace(new PaceLimits(1, 1, 1, Duration.ZERO));
        Peer address = Peers.at("192.0.2.1");
        pace.enter(address);
        Thread sameAddress = waiter(pace, address);
        Thread sameNetwork = waiter(pace, Peers.at("192.0.2.2"));
        Thread elsewhere = waiter(pace, Peers.at("198.51.100.1"));

        for (Thread waiting : List.of(sameAddress, sameNetwork, elsewhere)) {
            waiting.interrupt();
            waiting.join();
        }
        pace.exit(address);

        assertThat(pace.remembered()).isZero();
        pace.enter(address);
        pace.exit(address);
    }

    @Test
    void aPermitIsReturnedOnce() throws Exception {
        Pace pace = new Pace(new PaceLimits(1, 1, 1, Duration.ZERO));
        Gate gate = new Gate(new Guard(true), OptOut.NOBODY, pace);
        Peer address = Peers.at("127.0.0.1");
        Permit permit = ((Admission.Granted) gate.admit("127.0.0.1", address.address())).permit();
        permit.close();
        permit.close();

        pace.enter(address);
        Thread second = waiter(pace, address);
        pace.exit(address);
        second.join();
        pace.exit(address);
        assertThat(pace.remembered()).isZero();
    }

    @Test
    void startsInANetworkAreSpaced() throws Exception {
        StoppedTime time = new StoppedTime();
        Pace pace = new Pace(new PaceLimits(1, 4, 10, Duration.ofNanos(100)), Pace.FOREVER, time);

        for (String ip : List.of("192.0.2.1", "192.0.2.2", "198.51.100.1", "192.0.2.3")) {
            pace.enter(Peers.at(ip));
        }

        // The other network's start waits for nobody; the third of the first comes at its own moment.
        assertThat(time.sleeps()).containsExactly(100L, 100L);
    }

    @Test
    void pausesAreForgotten() throws Exception {
        StoppedTime time = new StoppedTime();
        Pace pace = new Pace(new PaceLimits(1, 4, 10, Duration.ofNanos(100)), Pace.FOREVER, time);
        for (int i = 0; i < 200; i++) {
            Peer address = Peers.at("192.0." + i + ".1");
            pace.enter(address);
            pace.exit(address);
        }
        assertThat(pace.remembered()).isEqualTo(200);

        time.sleep(1_000);
        pace.enter(Peers.at("192.0.2.1"));
        pace.exit(Peers.at("192.0.2.1"));

        assertThat(pace.remembered()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gentle", "normal", "lab", "GENTLE"})
    void everyProfileHasOneConnectionAnAddress(String profile) {
        assertThat(PaceLimits.named(profile).address().atOnce()).isEqualTo(1);
    }

    @Test
    void anUnknownProfileIsSaid() {
        assertThatThrownBy(() -> PaceLimits.named("furious"))
                .isInstanceOf(UserError.class)
                .hasMessage("There is no pace \"furious\"; choose gentle, normal or lab.");
    }

    @Test
    void limitsMustGrow() {
        assertThatThrownBy(() -> new PaceLimits(2, 1, 10, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaceLimits(0, 1, 10, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaceLimits(1, 2, 1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private interface Visit {
        void by(int visitor) throws InterruptedException;
    }

    private static void crowd(int size, Visit visit) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            int visitor = i;
            Thread.ofVirtual().start(() -> {
                try {
                    visit.by(visitor);
                    done.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        done.await();
    }

    /// A thread that is waiting in the queue for the address.
    private static Thread waiter(Pace pace, Peer address) {
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                pace.enter(address);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> thread.getState() == Thread.State.WAITING || !thread.isAlive());
        return thread;
    }
}
