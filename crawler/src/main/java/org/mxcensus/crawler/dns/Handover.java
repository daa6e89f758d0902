package org.mxcensus.crawler.dns;

import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Where callers lay down questions for the event loop, which is woken once for however many have come
/// meanwhile. After the end, each is cancelled.
final class Handover {
    private final EventLoops loops;
    private final Runnable taker;
    private final Queue<Flight> flights = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private volatile boolean isClosed;

    /// @param taker takes all that lies here, in the event loop
    Handover(EventLoops loops, Runnable taker) {
        this.loops = loops;
        this.taker = taker;
    }

    /// From any thread.
    ///
    /// @throws CancellationException after the event loop has ended
    void add(Flight flight) {
        flights.add(flight);
        if (isWoken.compareAndSet(false, true)) {
            loops.execute(this::take);
        }
        if (isClosed) {
            flight.land(new Flight.Outcome.Cancelled());
        }
    }

    @Nullable
    Flight poll() {
        return flights.poll();
    }

    void close() {
        isClosed = true;
    }

    void cancelAll() {
        for (Flight flight = poll(); flight != null; flight = poll()) {
            flight.land(new Flight.Outcome.Cancelled());
        }
    }

    private void take() {
        isWoken.set(false);
        if (isClosed) {
            cancelAll();
        } else {
            taker.run();
        }
    }
}
