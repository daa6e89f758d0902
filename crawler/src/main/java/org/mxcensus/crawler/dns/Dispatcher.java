package org.mxcensus.crawler.dns;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// Sends questions when there is room for them, again when no answer comes, and gives each its outcome. All of it
/// belongs to the event loop, but what says otherwise.
final class Dispatcher {
    private final EventLoops loops;
    private final int places;
    private final Handover handover;

    private final Deque<Flight> waiting = new ArrayDeque<>();
    private final Deque<Flight> again = new ArrayDeque<>();
    private final Set<Flight> underWay = new HashSet<>();
    private final List<UdpPort> unsent = new ArrayList<>();
    private final Alarms<Flight> alarms = new Alarms<>(System.nanoTime());
    private boolean isTicking;

    /// @param places how many questions may be under way at a time
    Dispatcher(EventLoops loops, int places) {
        this.loops = loops;
        this.places = places;
        this.handover = new Handover(loops, this::takeOver);
    }

    EventLoops loops() {
        return loops;
    }

    /// Hands a question over. From any thread.
    ///
    /// @throws CancellationException after [#close]
    void depart(Flight flight) {
        handover.add(flight);
    }

    /// Nobody waits for it any longer. From any thread.
    ///
    /// @throws CancellationException after [#close]
    void abandon(Flight flight) {
        loops.execute(() -> {
            land(flight, flight.result());
            pump();
        });
    }

    /// Cancels all that is under way, and ends the event loop. From any other thread.
    void close() {
        handover.close();
        loops.execute(() -> {
            List.copyOf(underWay).forEach(flight -> land(flight, new Flight.Outcome.Cancelled()));
            waiting.forEach(flight -> flight.land(new Flight.Outcome.Cancelled()));
            waiting.clear();
        });
        loops.close();
        handover.cancelAll();
    }

    private void takeOver() {
        for (Flight flight = handover.poll(); flight != null; flight = handover.poll()) {
            if (flight.isUrgent()) {
                send(flight, System.nanoTime());
            } else {
                waiting.addLast(flight);
            }
        }
        pump();
    }

    /// Sends what there is room for.
    void pump() {
        long now = System.nanoTime();
        while (!again.isEmpty() && (again.getFirst().hasLanded() || send(again.getFirst(), now))) {
            again.removeFirst();
        }
        while (!waiting.isEmpty()
                && (waiting.getFirst().hasLanded() || underWay.size() < places && send(waiting.getFirst(), now))) {
            waiting.removeFirst();
        }
        unsent.forEach(UdpPort::flush);
        unsent.clear();
    }

    /// That port is to be flushed by the next [#pump].
    void written(UdpPort port) {
        unsent.add(port);
    }

    /// @return false where nobody has room for it now
    private boolean send(Flight flight, long now) {
        Server server = flight.candidates().next(flight, now);
        if (server == null || !server.anyPort().write(flight, now)) {
            return false;
        }
        underWay.add(flight);
        remind(flight, flight.dueStale());
        return true;
    }

    private void sendAgain(Flight flight) {
        if (flight.isUrgent()) {
            send(flight, System.nanoTime());
        } else if (flight.queue()) {
            again.addLast(flight);
        }
    }

    /// An answer that fits.
    void answered(Flight flight, Flight.Outcome.Arrived answer, boolean isComplaint) {
        if (!isComplaint) {
            land(flight, answer);
        } else if (!flight.hasComplaint()
                && flight.mayBeSentAgain()
                && flight.candidates().isAnyWell(answer.from())) {
            flight.note(answer);
            sendAgain(flight);
        } else {
            flight.note(answer);
            land(flight, flight.result());
        }
    }

    /// Whoever waits for it turns to another, where there is one.
    void unreachable(Server server) {
        server.health().unreachable(System.nanoTime());
        for (Flight flight : List.copyOf(underWay)) {
            Transmission last = flight.last();
            if (last != null
                    && last.server() == server
                    && flight.mayBeSentAgain()
                    && flight.candidates().isAnyWell(server)) {
                last.settle();
                sendAgain(flight);
            }
        }
        pump();
    }

    private void remind(Flight flight, long due) {
        alarms.set(flight.alarm(), due);
        if (!isTicking) {
            isTicking = true;
            loops.schedule(this::tick, Alarms.TICK);
        }
    }

    private void tick() {
        long now = System.nanoTime();
        alarms.ring(now, flight -> overdue(flight, now));
        isTicking = !alarms.isEmpty();
        if (isTicking) {
            loops.schedule(this::tick, Alarms.TICK);
        }
        pump();
    }

    private void overdue(Flight flight, long now) {
        Transmission last = flight.last();
        if (last == null || flight.hasLanded()) {
            return;
        }
        Health health = last.server().health();
        if (last.settle()) {
            health.silent(now);
        }
        if (health.isUnreachable()) {
            flight.noteNetworkFailure();
        }
        boolean isDueAgain = now - flight.dueAgain() >= 0;
        if (now - flight.deadline() >= 0 || isDueAgain && flight.hasComplaint()) {
            land(flight, flight.result());
        } else if (isDueAgain) {
            remind(flight, flight.deadline());
            sendAgain(flight);
        } else {
            remind(flight, flight.dueAgain());
        }
    }

    private void land(Flight flight, Flight.Outcome outcome) {
        alarms.callOff(flight.alarm());
        underWay.remove(flight);
        long now = System.nanoTime();
        for (Transmission each = flight.last(); each != null; each = each.earlier()) {
            each.settle();
            each.port().ids().hold(each, now);
        }
        flight.land(outcome);
    }
}
