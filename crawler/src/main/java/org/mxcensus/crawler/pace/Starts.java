package org.mxcensus.crawler.pace;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Spaces the starts of each unit. A start needs a free moment of all its units at once, and takes it only when it
/// begins: whatever it waits for besides, no two come closer than they may.
///
/// Moments that have passed are forgotten once an interval, so memory is bounded by the starts of two intervals.
final class Starts {
    /// Where nothing is spaced, only back-off leaves something behind.
    private static final Duration SELDOM = Duration.ofSeconds(1);

    private final Map<Unit, Long> nextFree = new HashMap<>();
    private final Restraint restraint;
    private final Ticker ticker;
    private final long sweep;
    private final Map<Unit.Scope, Long> opening;
    private long nextSweep;

    /// @param opening when the first moment of each unit comes
    private Starts(PaceLimits limits, Map<Unit.Scope, Long> opening, Restraint restraint, Ticker ticker) {
        this.restraint = restraint;
        this.ticker = ticker;
        this.opening = opening;
        this.sweep = Stream.of(limits.address(), limits.network(), limits.domain())
                .map(Limit::apart)
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .orElse(SELDOM)
                .toNanos();
        this.nextSweep = ticker.nanos() + sweep;
    }

    /// Of one who comes fresh.
    static Starts now(PaceLimits limits, Restraint restraint, Ticker ticker) {
        return new Starts(limits, Map.of(), restraint, ticker);
    }

    /// Of one who takes over from somebody else, who may have started a connection to each just now.
    static Starts afterAnInterval(PaceLimits limits, Restraint restraint, Ticker ticker) {
        long now = ticker.nanos();
        Map<Unit.Scope, Long> opening = Map.of(
                Unit.Scope.ADDRESS, now + limits.address().apart().toNanos(),
                Unit.Scope.NETWORK, now + limits.network().apart().toNanos(),
                Unit.Scope.DOMAIN, now + limits.domain().apart().toNanos());
        return new Starts(limits, opening, restraint, ticker);
    }

    /// How long until all of these may start, as it looks now; zero where they may.
    synchronized long pause(List<Unit> units) {
        long now = ticker.nanos();
        sweep(now);
        return pause(units, now);
    }

    private long pause(List<Unit> units, long now) {
        long pause = 0;
        for (Unit unit : units) {
            @Nullable Long free = nextFree.getOrDefault(unit, opening.get(unit.scope()));
            if (free != null) {
                pause = Math.max(pause, free - now);
            }
        }
        return pause;
    }

    /// Takes the present moment of all of these.
    ///
    /// @return whether all were free
    synchronized boolean take(List<Unit> units) {
        long now = ticker.nanos();
        if (pause(units, now) > 0) {
            return false;
        }
        units.forEach(unit -> occupy(unit, now));
        return true;
    }

    /// From now on, one interval passes before the next start, however long ago the last one was.
    synchronized void postpone(Unit unit) {
        occupy(unit, ticker.nanos());
    }

    private void occupy(Unit unit, long now) {
        long apart = restraint.apart(unit);
        if (apart > 0) {
            nextFree.put(unit, now + apart);
        }
    }

    private void sweep(long now) {
        if (now - nextSweep >= 0) {
            nextSweep = now + sweep;
            nextFree.values().removeIf(free -> free - now <= 0);
        }
    }

    synchronized int size() {
        return nextFree.size();
    }
}
