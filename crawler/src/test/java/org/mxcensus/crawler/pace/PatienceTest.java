package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.observation.Abstention;

/// Given a busy network, who waits and who gives up; given a lease, who may go at all.
class PatienceTest {
    private static final Peer FIRST = Peers.at("192.0.2.1");
    private static final Peer SECOND = Peers.at("192.0.2.2");
    private static final Peer THIRD = Peers.at("192.0.2.3");
    private static final Peer ELSEWHERE = Peers.at("198.51.100.1");

    private final StoppedTime time = new StoppedTime();

    @Test
    void aBusyAddressIsGivenUp() throws Exception {
        Pace pace = patient(new PaceLimits(1, 2, 2, Duration.ZERO), 1_000);
        pace.enter(FIRST);

        assertThat(pace.enter(FIRST)).isFalse();

        assertThat(time.nanos()).as("when it gave up").isEqualTo(2_000);
        leavesNothingBehind(pace, FIRST);
    }

    @Test
    void aBusyNetworkIsGivenUp() throws Exception {
        Pace pace = patient(new PaceLimits(1, 1, 2, Duration.ZERO), 1_000);
        pace.enter(FIRST);

        assertThat(pace.enter(SECOND)).isFalse();
        assertThat(pace.enter(ELSEWHERE)).isTrue();

        leavesNothingBehind(pace, FIRST, ELSEWHERE);
    }

    @Test
    void theWholeBeingBusyIsGivenUp() throws Exception {
        Pace pace = patient(new PaceLimits(1, 1, 1, Duration.ZERO), 1_000);
        pace.enter(FIRST);

        assertThat(pace.enter(ELSEWHERE)).isFalse();

        leavesNothingBehind(pace, FIRST);
    }

    @Test
    void aMomentTooFarAwayIsLeftToAnother() throws Exception {
        Pace pace = patient(new PaceLimits(1, 4, 10, Duration.ofNanos(600)), 1_000);
        pace.enter(FIRST);
        pace.enter(SECOND);
        long secondStart = time.nanos();

        // The third moment is 600 away; after that one the fourth would be 1,200.
        assertThat(pace.enter(THIRD)).isTrue();
        pace.exit(THIRD);
        assertThat(time.nanos()).isEqualTo(secondStart + 600);
        leavesNothingBehind(pace, FIRST, SECOND);
    }

    @Test
    void whatIsRefusedTakesNoMoment() throws Exception {
        Pace pace = patient(new PaceLimits(1, 4, 10, Duration.ofNanos(1_500)), 1_000);
        pace.enter(FIRST);

        assertThat(pace.enter(SECOND)).isFalse();
        assertThat(pace.enter(SECOND)).isFalse();
        time.sleep(600);

        assertThat(pace.enter(SECOND)).as("900 before its moment").isTrue();
        assertThat(time.nanos()).isEqualTo(1_000 + 1_500);
    }

    /// With eight waiting, the ninth's turn cannot come before eight intervals have passed.
    @Test
    void aQueueThatIsTooLongIsNotEntered() throws Exception {
        Frozen frozen = new Frozen();
        Pace pace = new Pace(new PaceLimits(1, 1, 1, Duration.ofNanos(100)), Duration.ofNanos(750), frozen);
        pace.enter(FIRST);
        List<Thread> queue = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            queue.add(Thread.ofVirtual().start(() -> enterQuietly(pace)));
            int waiting = i + 1;
            await().until(() -> frozen.waiting.availablePermits() == waiting);
        }

        assertThat(pace.enter(FIRST)).isFalse();
        assertThat(frozen.waiting.availablePermits()).as("those who waited").isEqualTo(8);

        for (Thread thread : queue) {
            thread.interrupt();
            thread.join();
        }
        pace.exit(FIRST);
        assertThat(pace.enter(FIRST)).isTrue();
    }

    @Test
    void withoutPatienceNobodyGivesUp() throws Exception {
        Pace pace = new Pace(new PaceLimits(1, 4, 10, Duration.ofDays(1)), Pace.FOREVER, time);
        for (Peer address : List.of(FIRST, SECOND, THIRD)) {
            assertThat(pace.enter(address)).isTrue();
        }
        assertThat(time.sleeps())
                .containsExactly(
                        Duration.ofDays(1).toNanos(), Duration.ofDays(1).toNanos());
    }

    @Test
    void whoTakesOverWaitsOneIntervalInEveryNetwork() throws Exception {
        Pace pace = takingOver(new PaceLimits(1, 4, 10, Duration.ofNanos(100)));

        pace.enter(FIRST);
        assertThat(time.nanos()).isEqualTo(1_100);
        pace.enter(SECOND);
        assertThat(time.nanos()).isEqualTo(1_200);
        // The other network's first moment has come meanwhile.
        pace.enter(ELSEWHERE);
        assertThat(time.nanos()).isEqualTo(1_200);
    }

    /// Once moments have been forgotten, the first one is still in the past and not a new pause.
    @Test
    void whoTookOverLongAgoWaitsNoLonger() throws Exception {
        Pace pace = takingOver(new PaceLimits(1, 4, 10, Duration.ofNanos(100)));
        time.sleep(5_000);

        pace.enter(FIRST);

        assertThat(time.nanos()).isEqualTo(6_000);
    }

    @Test
    void lostPatienceIsABudgetThatIsSpent() throws Exception {
        Pace pace = patient(new PaceLimits(1, 1, 1, Duration.ZERO), 1_000);
        Gate gate = new Gate(new Guard(true), OptOut.NOBODY, pace);
        pace.enter(FIRST);

        assertThat(gate.admit("mx.example.net", SECOND.address())).isEqualTo(new Admission.Refused(Abstention.BUDGET));
    }

    @Test
    void theLeaseIsAskedWhenTheWaitingIsOver() throws Exception {
        Pace pace = new Pace(new PaceLimits(1, 4, 10, Duration.ofNanos(100)), Pace.FOREVER, time);
        List<Long> asked = new ArrayList<>();
        Gate gate = new Gate(new Guard(true), OptOut.NOBODY, pace, () -> asked.add(time.nanos()));

        gate.admit("mx.example.net", FIRST.address());
        gate.admit("mx.example.net", SECOND.address());

        assertThat(asked).containsExactly(1_000L, 1_100L);
    }

    @Test
    void whoseLeaseHasRunOutHoldsNothing() {
        Pace pace = new Pace(new PaceLimits(1, 1, 1, Duration.ZERO), Pace.FOREVER, time);
        Gate gate = new Gate(new Guard(true), OptOut.NOBODY, pace, () -> {
            throw new InterruptedException("the lease has run out");
        });

        assertThatThrownBy(() -> gate.admit("mx.example.net", FIRST.address()))
                .isInstanceOf(InterruptedException.class);

        assertThat(pace.remembered()).isZero();
    }

    /// What must not be connected to at all needs no leave.
    @Test
    void aLeaseIsNotAskedForARefusal() throws Exception {
        Pace pace = new Pace(new PaceLimits(1, 1, 1, Duration.ZERO), Pace.FOREVER, time);
        Gate gate = new Gate(new Guard(false), OptOut.NOBODY, pace, () -> {
            throw new InterruptedException("the lease has run out");
        });

        assertThat(gate.admit("mx.example.net", Literal.address("127.0.0.1")))
                .isEqualTo(new Admission.Refused(Abstention.RESERVED_ADDRESS));
    }

    /// Time that stands still for those who wait in line, too.
    private static final class Frozen implements Ticker {
        private final Semaphore waiting = new Semaphore(0);
        private final AtomicLong slept = new AtomicLong();

        @Override
        public long nanos() {
            return slept.get();
        }

        @Override
        public void sleep(long nanos) {
            slept.addAndGet(nanos);
        }

        @Override
        public boolean acquire(Semaphore permits, long nanos) throws InterruptedException {
            if (!permits.tryAcquire()) {
                waiting.release();
                permits.acquire();
            }
            return true;
        }
    }

    private Pace takingOver(PaceLimits limits) {
        return Pace.takingOver(limits, Pace.FOREVER, time, UnaryOperator.identity());
    }

    private Pace patient(PaceLimits limits, long nanos) {
        return new Pace(limits, Duration.ofNanos(nanos), time);
    }

    private static void enterQuietly(Pace pace) {
        try {
            pace.enter(FIRST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param held by those who entered
    private void leavesNothingBehind(Pace pace, Peer... held) throws InterruptedException {
        for (Peer address : held) {
            pace.exit(address);
        }
        time.sleep(Duration.ofSeconds(1).toNanos());
        assertThat(pace.enter(FIRST)).isTrue();
        pace.exit(FIRST);
        assertThat(pace.remembered()).as("the last start at most").isLessThanOrEqualTo(1);
    }
}
