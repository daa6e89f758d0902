package org.mxcensus.lab.smtp;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// The clients of one address or of one network.
public final class Crowd {
    private final LongSupplier nanos;
    private final Set<Presence> guests = new HashSet<>();
    private long[] starts = new long[4];
    private int ever;
    private int most;

    /// @param nanos a clock that only goes forward
    Crowd(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void enter(Presence guest) {
        if (ever == starts.length) {
            starts = Arrays.copyOf(starts, 2 * ever);
        }
        starts[ever++] = nanos.getAsLong();
        guests.add(guest);
        if (guests.size() > most) {
            // Who has hung up is gone, even if the loop that serves him has not come to notice.
            guests.removeIf(other -> other != guest && !other.isThere());
            most = Math.max(most, guests.size());
        }
    }

    synchronized void leave(Presence guest) {
        guests.remove(guest);
    }

    /// Clients that are here now.
    synchronized int now() {
        return (int) guests.stream().filter(Presence::isThere).count();
    }

    /// Connections that were accepted within the last second.
    synchronized int withinTheLastSecond() {
        long since = nanos.getAsLong() - Duration.ofSeconds(1).toNanos();
        int first = ever;
        while (first > 0 && starts[first - 1] - since > 0) {
            first--;
        }
        return ever - first;
    }

    /// Whether a client is here now.
    public synchronized boolean isPresent() {
        return guests.stream().anyMatch(Presence::isThere);
    }

    /// Connections that were accepted.
    public synchronized long connections() {
        return ever;
    }

    /// The most connections that were open at once.
    public synchronized int mostAtOnce() {
        return most;
    }

    /// The least time between two connections; empty where there were not two. As the server saw it: a busy machine
    /// accepts a connection later than it was made, so two may seem nearer than they were.
    public Optional<Duration> leastInterval() {
        return leastSpan(2);
    }

    /// The least time within which so many connections in a row were accepted, from the first to the last of them;
    /// empty where there were not so many. The more, the less a delay of one of them matters.
    public synchronized Optional<Duration> leastSpan(int connections) {
        if (connections < 2) {
            throw new IllegalArgumentException("between two connections at least, not " + connections);
        }
        long least = Long.MAX_VALUE;
        for (int last = connections - 1; last < ever; last++) {
            least = Math.min(least, starts[last] - starts[last - connections + 1]);
        }
        return ever < connections ? Optional.empty() : Optional.of(Duration.ofNanos(least));
    }
}
