package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Keeps the connections in flight within [PaceLimits]. Blocks the caller, who should be a virtual thread.
///
/// Limits are taken from the narrow to the wide: who waits for a busy address holds no place of its network, and who
/// waits for a busy network none of the whole. In that order there is no deadlock either.
public final class Pace {

    /// Patience without end.
    public static final Duration FOREVER = Duration.ZERO;

    private final Lanes<InetAddress> addresses;
    private final Lanes<String> networks;
    private final Semaphore all;
    private final Starts starts;
    private final Ticker ticker;
    private final long patience;

    /// Waits for ever, on the machine's own time.
    public Pace(PaceLimits limits) {
        this(limits, FOREVER, Ticker.SYSTEM);
    }

    /// @param patience how long a caller waits at most; [#FOREVER], which is zero, for ever. A busy network
    ///     then holds up nobody for longer than that
    public Pace(PaceLimits limits, Duration patience, Ticker ticker) {
        this(limits, patience, ticker, 0);
    }

    private Pace(PaceLimits limits, Duration patience, Ticker ticker, long opening) {
        long interval = limits.networkInterval().toNanos();
        this.addresses = new Lanes<>(limits.perAddress(), interval);
        this.networks = new Lanes<>(limits.perNetwork(), interval);
        this.all = new Semaphore(limits.overall(), true);
        this.starts = new Starts(interval, opening, ticker);
        this.ticker = ticker;
        this.patience = patience.toNanos();
    }

    /// The pace of one who takes over networks from somebody else, who may have started a connection in each
    /// just now: the first start in every network comes one interval from now at the earliest.
    ///
    /// @param patience as for [#Pace(PaceLimits, Duration, Ticker)]
    public static Pace takingOver(PaceLimits limits, Duration patience, Ticker ticker) {
        return new Pace(limits, patience, ticker, limits.networkInterval().toNanos());
    }

    /// Waits until a connection to the address is within the limits.
    ///
    /// @return true where it is; must be followed by one [#exit]. False where the patience is at its end, or
    ///     would be before the connection's turn came; nothing is held then
    boolean enter(InetAddress address) throws InterruptedException {
        Wait wait = patience == 0 ? Wait.FOREVER : Wait.atMost(patience, ticker);
        if (!addresses.enter(address, wait)) {
            return false;
        }
        boolean entered = false;
        try {
            entered = enterNetwork(Network.of(address), wait);
            return entered;
        } finally {
            if (!entered) {
                addresses.exit(address);
            }
        }
    }

    private boolean enterNetwork(String network, Wait wait) throws InterruptedException {
        if (!networks.enter(network, wait)) {
            return false;
        }
        boolean entered = false;
        try {
            // The pause before the last permit: who only waits for his moment takes no place from others.
            entered = starts.await(network, wait) && wait.acquire(all);
            return entered;
        } finally {
            if (!entered) {
                networks.exit(network);
            }
        }
    }

    void exit(InetAddress address) {
        all.release();
        networks.exit(Network.of(address));
        addresses.exit(address);
    }

    /// @return how many keys are remembered; zero when nothing is in flight and all pauses have passed
    int remembered() {
        return addresses.size() + networks.size() + starts.size();
    }
}
