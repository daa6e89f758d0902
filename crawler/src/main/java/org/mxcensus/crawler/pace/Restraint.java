package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The limits as they are at the moment: those of the pace, and tighter ones for whoever has asked for that.
///
/// When a server says "later", its address, its network and its registered domain are left with one connection at
/// once, and with pauses that are longer by a factor, which grows by each such answer. All answers to calls that
/// were made before the pauses grew count as one: they tell nothing about the longer ones. Each welcome makes the
/// factor smaller by a fifth, and so does the time that passes; when it is one again, the usual limits hold.
///
/// Of those longest not heard of, memory is cleared first, so that it is bounded.
final class Restraint {
    /// Units that are remembered, some 200 bytes each. A crawl that has more of them at a time is unwelcome
    /// everywhere.
    private static final int MOST = 10_000;
    /// What a welcome leaves of the factor: three take half of it.
    private static final double RELIEF = 0.8;

    /// @param factor of the pauses at that time; above one
    /// @param at when the factor was so, by the ticker
    /// @param asked when we were last asked to slow down
    private record Learned(double factor, long at, long asked) {}

    private final Map<Unit, Learned> learned = new LinkedHashMap<>();
    private final Map<InetAddress, Boolean> welcoming = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Boolean> eldest) {
            return size() > MOST;
        }
    };
    private final PaceLimits limits;
    private final Ticker ticker;
    private volatile boolean nothingLearned = true;

    Restraint(PaceLimits limits, Ticker ticker) {
        this.limits = limits;
        this.ticker = ticker;
    }

    /// How many connections a unit may have at once.
    int atOnce(Unit unit) {
        return isRestrained(unit) ? 1 : limit(unit).atOnce();
    }

    /// The least time between two starts of a unit, in nanoseconds.
    long apart(Unit unit) {
        long usual = limit(unit).apart().toNanos();
        double factor = factor(unit);
        return factor > 1 ? Math.max(usual, lengthened(usual, factor)) : usual;
    }

    private long lengthened(long usual, double factor) {
        double pause = Math.max(usual, limits.backOff().least().toNanos()) * factor;
        return (long) Math.min(pause, limits.backOff().longest().toNanos());
    }

    /// The least time in nanoseconds that each of those takes who wait for a unit: a start at an address is one in
    /// its network too.
    long turn(Unit unit) {
        return unit.scope() == Unit.Scope.ADDRESS
                ? Math.max(apart(unit), limits.network().apart().toNanos())
                : apart(unit);
    }

    boolean isRestrained(Unit unit) {
        return factor(unit) > 1;
    }

    private double factor(Unit unit) {
        if (nothingLearned) {
            return 1;
        }
        synchronized (this) {
            return now(learned.get(unit));
        }
    }

    private double now(@Nullable Learned known) {
        if (known == null) {
            return 1;
        }
        double halfLives = (ticker.nanos() - known.at())
                / (double) limits.backOff().halfLife().toNanos();
        return Math.max(1, known.factor() * Math.pow(0.5, halfLives));
    }

    /// Takes to heart how a call was received.
    ///
    /// @param begun when it was made, by the ticker
    /// @return whose pauses have become longer
    synchronized List<Unit> heard(Peer peer, long begun, Reception reception) {
        if (limits.backOff().isNone()) {
            return List.of();
        }
        return switch (reception) {
            case LATER -> slowDown(peer.units(), begun);
            case TURNED_AWAY ->
                welcoming.containsKey(peer.address())
                        ? slowDown(List.of(peer.unit(Unit.Scope.ADDRESS)), begun)
                        : List.of();
            case WELCOME -> {
                welcoming.put(peer.address(), true);
                peer.units().forEach(this::relieve);
                yield List.of();
            }
            case UNTOLD -> List.of();
        };
    }

    private List<Unit> slowDown(List<Unit> units, long begun) {
        List<Unit> slower = units.stream().filter(unit -> isNews(unit, begun)).toList();
        slower.forEach(this::slowDown);
        forget();
        return slower;
    }

    private boolean isNews(Unit unit, long begun) {
        @Nullable Learned known = learned.get(unit);
        return known == null || begun - known.asked() >= 0;
    }

    private void slowDown(Unit unit) {
        double factor = now(learned.remove(unit)) * limits.backOff().times(unit.scope());
        long now = ticker.nanos();
        // Last in line to be forgotten.
        learned.put(unit, new Learned(Math.min(factor, most(unit)), now, now));
        nothingLearned = false;
    }

    /// Beyond the longest pause it would only take longer to recover.
    private double most(Unit unit) {
        long usual =
                Math.max(limit(unit).apart().toNanos(), limits.backOff().least().toNanos());
        return Math.max(
                limits.backOff().times(unit.scope()),
                limits.backOff().longest().toNanos() / (double) Math.max(1, usual));
    }

    private void relieve(Unit unit) {
        @Nullable Learned known = learned.get(unit);
        if (known == null) {
            return;
        }
        double factor = now(known) * RELIEF;
        if (factor > 1) {
            learned.replace(unit, new Learned(factor, ticker.nanos(), known.asked()));
        } else {
            learned.remove(unit);
            nothingLearned = learned.isEmpty();
        }
    }

    private void forget() {
        Iterator<Learned> eldestFirst = learned.values().iterator();
        while (eldestFirst.hasNext()) {
            Learned eldest = eldestFirst.next();
            if (now(eldest) > 1 && learned.size() <= MOST) {
                break;
            }
            eldestFirst.remove();
        }
    }

    private Limit limit(Unit unit) {
        return switch (unit.scope()) {
            case ADDRESS -> limits.address();
            case NETWORK -> limits.network();
            case DOMAIN -> limits.domain();
        };
    }

    /// How many units are remembered for having asked us to slow down.
    synchronized int size() {
        return learned.size();
    }
}
