package org.mxcensus.crawler.dns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells what is due, for very many things of which nearly all are called off: a wheel of lists, one for each
/// tick (Varghese and Lauck 1987), so that setting and calling off cost the same however many there are. What is
/// due is told up to a tick late. Times are in nanoseconds. Not for several threads.
final class Alarms<T> {
    static final long TICK = Duration.ofMillis(10).toNanos();

    private static final int SLOTS = 512;

    /// The one alarm of something.
    static final class Alarm<T> {
        private final T of;
        private long due;
        private int slot = -1;
        private @Nullable Alarm<T> previous;
        private @Nullable Alarm<T> next;

        Alarm(T of) {
            this.of = of;
        }
    }

    private final List<@Nullable Alarm<T>> first = new ArrayList<>(Arrays.asList(newSlots()));
    private final List<Alarm<T>> ringing = new ArrayList<>();
    private final long origin;
    private long ticksRung;
    private int size;

    Alarms(long now) {
        this.origin = now;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// Sets it, or sets it anew.
    void set(Alarm<T> alarm, long due) {
        callOff(alarm);
        long tick = Math.max(ticksRung + 1, Math.ceilDiv(due - origin, TICK));
        alarm.due = due;
        alarm.slot = (int) (tick % SLOTS);
        Alarm<T> head = first.get(alarm.slot);
        alarm.next = head;
        if (head != null) {
            head.previous = alarm;
        }
        first.set(alarm.slot, alarm);
        size++;
    }

    /// Does nothing where it is not set.
    void callOff(Alarm<T> alarm) {
        if (alarm.slot < 0) {
            return;
        }
        Alarm<T> previous = alarm.previous;
        Alarm<T> next = alarm.next;
        if (previous == null) {
            first.set(alarm.slot, next);
        } else {
            previous.next = next;
        }
        if (next != null) {
            next.previous = previous;
        }
        alarm.previous = null;
        alarm.next = null;
        alarm.slot = -1;
        size--;
    }

    /// Passes on what is due by now. That may set and call off what it likes.
    void ring(long now, Consumer<T> due) {
        long until = Math.floorDiv(now - origin, TICK);
        long from = Math.max(ticksRung + 1, until - SLOTS + 1);
        ticksRung = Math.max(ticksRung, until);
        for (long tick = from; tick <= until; tick++) {
            collect((int) (tick % SLOTS), now);
        }
        ringing.forEach(alarm -> due.accept(alarm.of));
        ringing.clear();
    }

    /// What is due a turn of the wheel later stays where it is.
    private void collect(int slot, long now) {
        Alarm<T> alarm = first.get(slot);
        while (alarm != null) {
            Alarm<T> next = alarm.next;
            if (alarm.due - now <= 0) {
                callOff(alarm);
                ringing.add(alarm);
            }
            alarm = next;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Alarm<T>[] newSlots() {
        return (@Nullable Alarm<T>[]) new Alarm<?>[SLOTS];
    }
}
