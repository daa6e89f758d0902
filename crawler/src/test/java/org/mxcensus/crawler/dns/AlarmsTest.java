package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is due when.
class AlarmsTest {
    private static final long ORIGIN = Long.MAX_VALUE - 5 * Alarms.TICK;

    private final Alarms<String> alarms = new Alarms<>(ORIGIN);
    private final Alarms.Alarm<String> a = new Alarms.Alarm<>("a");
    private final Alarms.Alarm<String> b = new Alarms.Alarm<>("b");

    @Test
    void ringsOnceWhenDueAndNotBefore() {
        alarms.set(a, at(3));
        assertThat(rung(2)).isEmpty();
        assertThat(rung(3)).containsExactly("a");
        assertThat(rung(4)).isEmpty();
        assertThat(alarms.isEmpty()).isTrue();
    }

    /// System.nanoTime() may pass the largest number.
    @Test
    void ringsAfterTheClockHasTurnedOver() {
        alarms.set(a, at(20));
        assertThat(rung(19)).isEmpty();
        assertThat(rung(20)).containsExactly("a");
    }

    @Test
    void whatIsCalledOffDoesNotRing() {
        alarms.set(a, at(3));
        alarms.set(b, at(3));
        alarms.callOff(a);
        alarms.callOff(a);
        assertThat(rung(5)).containsExactly("b");
    }

    @Test
    void whatIsSetAnewRingsThen() {
        alarms.set(a, at(3));
        alarms.set(a, at(5));
        assertThat(rung(4)).isEmpty();
        assertThat(rung(5)).containsExactly("a");
    }

    @Test
    void whatIsOverdueRingsAtTheNextTick() {
        rung(10);
        alarms.set(a, at(3));
        assertThat(rung(11)).containsExactly("a");
    }

    @Test
    void longerThanATurnOfTheWheel() {
        alarms.set(a, at(1500));
        for (int tick = 0; tick < 1500; tick++) {
            assertThat(rung(tick)).isEmpty();
        }
        assertThat(rung(1500)).containsExactly("a");
    }

    @Test
    void nothingIsMissedByALoopThatSlept() {
        alarms.set(a, at(3));
        alarms.set(b, at(700));
        assertThat(rung(5000)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whoRingsMaySetAlarms() {
        alarms.set(a, at(3));
        alarms.ring(at(3), name -> {
            alarms.set(a, at(4));
            alarms.set(b, at(4));
        });
        assertThat(rung(4)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void asASortedListWould() {
        Random random = new Random(7);
        record Set(Alarms.Alarm<Integer> alarm, long due) {}
        Alarms<Integer> many = new Alarms<>(ORIGIN);
        List<Set> sets = new ArrayList<>();
        int now = 0;
        for (int i = 0; i < 2000; i++) {
            Alarms.Alarm<Integer> alarm = new Alarms.Alarm<>(i);
            long due = at(now) + random.nextLong(900 * Alarms.TICK);
            many.set(alarm, due);
            sets.add(new Set(alarm, due));
            if (random.nextInt(3) == 0) {
                Set gone = sets.remove(random.nextInt(sets.size()));
                many.callOff(gone.alarm());
            }
            now += random.nextInt(3);
            List<Integer> rung = new ArrayList<>();
            many.ring(at(now), rung::add);
            long then = at(now);
            int before = sets.size();
            sets.removeIf(set -> Math.ceilDiv(set.due() - ORIGIN, Alarms.TICK) * Alarms.TICK + ORIGIN - then <= 0);
            assertThat(rung).hasSize(before - sets.size());
        }
    }

    private List<String> rung(int tick) {
        List<String> rung = new ArrayList<>();
        alarms.ring(at(tick), rung::add);
        return rung;
    }

    private static long at(int tick) {
        return ORIGIN + tick * Alarms.TICK;
    }
}
