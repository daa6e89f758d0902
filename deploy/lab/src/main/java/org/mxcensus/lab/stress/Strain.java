package org.mxcensus.lab.stress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.mxcensus.lab.generate.Dice;

/// The stress that a lab is under: draws, and the counts that they need. Of one lab; for several threads.
///
/// A draw is about the n-th datagram of a question, the n-th connection or call to an address. So the order in which
/// clients ask does not matter, and who asks again meets with something else.
public final class Strain {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /// Of the calls to a mail server that limits them, those that come while others call.
    private static final double AMID_OTHERS = 0.25;

    private final Stress stress;
    private final Dice dice;
    private final LongSupplier nanos;
    private final AtomicLong queries = new AtomicLong();
    private final Map<String, Integer> turns = new ConcurrentHashMap<>();
    private final Map<String, Deque<Long>> calls = new ConcurrentHashMap<>();
    private volatile int version;

    public Strain(Stress stress) {
        this(stress, System::nanoTime);
    }

    /// @param nanos a clock that only goes forward
    Strain(Stress stress, LongSupplier nanos) {
        this.stress = stress;
        this.dice = new Dice(stress.seed());
        this.nanos = nanos;
    }

    /// Another version of the world: everything is drawn anew.
    public void restart() {
        version++;
        queries.set(0);
        turns.clear();
        calls.clear();
    }

    /// Counts a query.
    ///
    /// @return for how long the resolver is away from now on; empty for one that stays
    public Optional<Duration> leavesAfterQuery() {
        long count = queries.incrementAndGet();
        return stress.absence()
                .filter(absence -> absence.afterQueries() == count)
                .map(Absence::lasting);
    }

    /// Whether the next datagram to or from the resolver is lost.
    ///
    /// @param about the question
    public boolean losesDatagram(String about) {
        return meets(stress.datagramLoss(), about, "datagram");
    }

    /// Where the next connection to an address is reset; empty for one that is not.
    ///
    /// @param stages at which it can be
    public <S> Optional<S> reset(String address, List<S> stages) {
        if (stress.resets() == 0) {
            return Optional.empty();
        }
        int turn = turn(address, "connection");
        return of(address, "reset", turn) < stress.resets()
                ? Optional.of(stages.get((int) (of(address, "stage", turn) * stages.size())))
                : Optional.empty();
    }

    /// Whether a mail server turns the next caller away, for it is called too often.
    public boolean turnsAway(String address) {
        if (dice.of(address, "limiting") >= stress.limiting()) {
            return false;
        }
        boolean tooOften = isMoreThan(1, address);
        return meets(AMID_OTHERS, address, "call") || tooOften;
    }

    /// Whether a mail server turns callers away as soon as they come, or when they have introduced themselves.
    public boolean turnsAwayAtOnce(String address) {
        return dice.of(address, "at once") < 0.5;
    }

    /// Whether an address of policy hosts turns the next request away, for it has too many.
    public boolean hasTooManyRequests(String address) {
        return stress.policiesPerSecond() != Integer.MAX_VALUE && isMoreThan(stress.policiesPerSecond(), address);
    }

    /// Counts a call.
    private boolean isMoreThan(int perSecond, String address) {
        Deque<Long> latest = calls.computeIfAbsent(address, any -> new ArrayDeque<>());
        long now = nanos.getAsLong();
        synchronized (latest) {
            while (!latest.isEmpty() && now - latest.getFirst() >= SECOND) {
                latest.removeFirst();
            }
            latest.addLast(now);
            return latest.size() > perSecond;
        }
    }

    private boolean meets(double share, String who, String what) {
        return share > 0 && of(who, what, turn(who, what)) < share;
    }

    /// How many there have been.
    private int turn(String who, String what) {
        return turns.merge(what + ' ' + who, 1, Integer::sum);
    }

    private double of(String who, String what, int turn) {
        return dice.of(who, what + ' ' + turn + " of version " + version);
    }
}
