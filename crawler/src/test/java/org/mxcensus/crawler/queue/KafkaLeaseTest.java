package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// When a worker may probe: session 45 s, a heartbeat each 5 s.
class KafkaLeaseTest {
    private final HandTicker time = new HandTicker();
    private final KafkaLease lease = new KafkaLease(SessionTimeouts.OF_KAFKA, time);

    @Test
    void nobodyHasALeaseBeforeTheCoordinatorHasConfirmedTwice() {
        assertThatThrownBy(lease::require).isInstanceOf(InterruptedException.class);
        lease.confirmed(time.nanos());
        assertThat(lease.valid()).isFalse();
        assertThat(lease.lapsed()).as("there was none").isFalse();
        lease.confirmed(time.nanos());
        assertThatCode(lease::require).doesNotThrowAnyException();
    }

    @Test
    void itLastsForTheSessionWithoutTwoHeartbeatsAfterTheLastConfirmation() {
        lease.confirmed(time.nanos());
        pass(5);
        lease.confirmed(time.nanos());

        pass(34);
        assertThat(lease.valid()).isTrue();
        pass(1);
        assertThat(lease.valid()).isFalse();
        assertThat(lease.lapsed()).isTrue();
    }

    @Test
    void confirmationsInQuickSuccessionMakeItNoLonger() {
        for (int i = 0; i < 10; i++) {
            lease.confirmed(time.nanos());
        }
        pass(35);
        assertThat(lease.valid()).isFalse();
    }

    @Test
    void aConfirmationCountsFromWhenItWasAskedFor() {
        lease.confirmed(time.nanos());
        long sent = time.nanos();
        pass(20);
        lease.confirmed(sent);

        pass(15);
        assertThat(lease.valid()).isFalse();
    }

    @Test
    void whoWasStoppedIsNotTrustedOnTheStrengthOfOneConfirmation() {
        lease.confirmed(time.nanos());
        lease.confirmed(time.nanos());
        pass(39);

        // The heartbeat that goes with it may not have reached the coordinator, and the last one is 39 s old.
        lease.confirmed(time.nanos());
        pass(1);
        assertThat(lease.valid()).isFalse();
    }

    @Test
    void whatWasDroppedMustBeConfirmedTwiceAgain() {
        lease.confirmed(time.nanos());
        lease.confirmed(time.nanos());
        lease.drop();

        assertThat(lease.valid()).isFalse();
        lease.confirmed(time.nanos());
        assertThat(lease.valid()).isFalse();
        lease.confirmed(time.nanos());
        assertThat(lease.valid()).isTrue();
    }

    private void pass(int seconds) {
        time.pass(Duration.ofSeconds(seconds));
    }
}
