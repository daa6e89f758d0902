package org.mxcensus.lab.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Connections at these moments; how close upon each other they came.
class CrowdTest {
    private final AtomicLong now = new AtomicLong();
    private final Crowd crowd = new Crowd(now::get);

    @Test
    void beforeTwoThereIsNoInterval() {
        assertThat(crowd.leastInterval()).isEmpty();
        connectAt(100);
        assertThat(crowd.leastInterval()).isEmpty();
    }

    @Test
    void theLeastIntervalIsBetweenNeighbours() {
        connectAt(0, 100, 150, 400, 500);
        assertThat(crowd.leastInterval()).hasValue(Duration.ofNanos(50));
    }

    @Test
    void theLeastSpanIsOfSoManyInARow() {
        connectAt(0, 100, 150, 400, 500, 530, 900);
        assertThat(crowd.leastSpan(3)).hasValue(Duration.ofNanos(130));
        assertThat(crowd.leastSpan(7)).hasValue(Duration.ofNanos(900));
        assertThat(crowd.leastSpan(8)).isEmpty();
    }

    @Test
    void aSpanOfOneIsNone() {
        assertThatThrownBy(() -> crowd.leastSpan(1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void connectAt(long... moments) {
        SmtpCounters counters = new SmtpCounters(address -> address);
        for (long moment : moments) {
            now.set(moment);
            Presence guest = new Presence("127.9.1.1", counters);
            crowd.enter(guest);
            crowd.leave(guest);
        }
        assertThat(crowd.connections()).isEqualTo(moments.length);
        assertThat(crowd.mostAtOnce()).isEqualTo(1);
    }
}
