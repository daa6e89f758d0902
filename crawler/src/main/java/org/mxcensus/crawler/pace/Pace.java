package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/// Keeps the connections in flight within [PaceLimits], and within what servers have asked for ([Restraint]).
/// Blocks the caller, who should be a virtual thread.
///
/// Limits are taken from the narrow to the wide: who waits for a busy address holds no place of its network, who
/// waits for a busy network none of its operator, and who waits for his moment none of the whole. In that order
/// there is no deadlock either.
public final class Pace {

    /// Patience without end.
    public static final Duration FOREVER = Duration.ZERO;

    private final Restraint restraint;
    private final Lanes lanes;
    private final Semaphore all;
    private final Starts starts;
    private final UnaryOperator<String> registeredDomain;
    private final Ticker ticker;
    private final long patience;

    /// Waits for ever, on the machine's own time.
    public Pace(PaceLimits limits) {
        this(limits, FOREVER, Ticker.SYSTEM);
    }

    /// Each host is its own registered domain.
    ///
    /// @param patience how long a caller waits at most; [#FOREVER], which is zero, for ever. A busy network
    ///     then holds up nobody for longer than that
    public Pace(PaceLimits limits, Duration patience, Ticker ticker) {
        this(limits, patience, ticker, UnaryOperator.identity(), Opening.AT_ONCE);
    }

    private enum Opening {
        AT_ONCE,
        AFTER_AN_INTERVAL
    }

    private Pace(
            PaceLimits limits,
            Duration patience,
            Ticker ticker,
            UnaryOperator<String> registeredDomain,
            Opening opening) {
        this.restraint = new Restraint(limits, ticker);
        this.lanes = new Lanes(restraint);
        this.all = new Semaphore(limits.overall(), true);
        this.starts = switch (opening) {
            case AT_ONCE -> Starts.now(limits, restraint, ticker);
            case AFTER_AN_INTERVAL -> Starts.afterAnInterval(limits, restraint, ticker);
        };
        this.registeredDomain = registeredDomain;
        this.ticker = ticker;
        this.patience = patience.toNanos();
    }

    /// The pace of one who has all networks to himself.
    ///
    /// @param patience as for [#Pace(PaceLimits, Duration, Ticker)]
    /// @param registeredDomain the registered domain of a host, or the host itself where there is none
    public static Pace alone(
            PaceLimits limits, Duration patience, Ticker ticker, UnaryOperator<String> registeredDomain) {
        return new Pace(limits, patience, ticker, registeredDomain, Opening.AT_ONCE);
    }

    /// The pace of one who takes over networks from somebody else, who may have started a connection in each
    /// just now: the first start in every network comes one interval from now at the earliest.
    ///
    /// @param patience as for [#Pace(PaceLimits, Duration, Ticker)]
    /// @param registeredDomain as for [#alone]
    public static Pace takingOver(
            PaceLimits limits, Duration patience, Ticker ticker, UnaryOperator<String> registeredDomain) {
        return new Pace(limits, patience, ticker, registeredDomain, Opening.AFTER_AN_INTERVAL);
    }

    Peer peer(String host, InetAddress address) {
        return Peer.of(address, registeredDomain.apply(host));
    }

    /// Waits until a connection to the peer is within the limits.
    ///
    /// @return true where it is; must be followed by one [#exit]. False where the patience is at its end, or
    ///     would be before the connection's turn came; nothing is held then
    boolean enter(Peer peer) throws InterruptedException {
        Wait wait = patience == 0 ? Wait.FOREVER : Wait.atMost(patience, ticker);
        List<Unit> units = peer.units();
        int held = 0;
        boolean entered = false;
        try {
            while (held < units.size() && lanes.enter(units.get(held), wait)) {
                held++;
            }
            entered = held == units.size() && start(units, wait);
            return entered;
        } finally {
            if (!entered) {
                exit(units.subList(0, held));
            }
        }
    }

    /// The pause before the last permit, and again after it where somebody else took the moment meanwhile.
    private boolean start(List<Unit> units, Wait wait) throws InterruptedException {
        while (true) {
            long pause = starts.pause(units);
            if (!wait.allows(pause)) {
                return false;
            }
            if (pause > 0) {
                ticker.sleep(pause);
            }
            if (!wait.acquire(all)) {
                return false;
            }
            if (starts.take(units)) {
                return true;
            }
            all.release();
        }
    }

    /// When it is, for [#heard].
    long now() {
        return ticker.nanos();
    }

    /// Takes to heart how a call was received.
    ///
    /// @param begun when it was made
    void heard(Peer peer, long begun, Reception reception) {
        restraint.heard(peer, begun, reception).forEach(starts::postpone);
    }

    void exit(Peer peer) {
        all.release();
        exit(peer.units());
    }

    private void exit(List<Unit> units) {
        units.reversed().forEach(lanes::exit);
    }

    /// @return how many units are remembered for what is in flight or has just begun; zero when nothing is in
    ///     flight and all pauses have passed
    int remembered() {
        return lanes.size() + starts.size();
    }
}
