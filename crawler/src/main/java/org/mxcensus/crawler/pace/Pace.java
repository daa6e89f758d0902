package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import java.util.concurrent.Semaphore;

/// Keeps the connections in flight within [PaceLimits]. Blocks the caller, who should be a virtual thread.
///
/// Limits are taken from the narrow to the wide: who waits for a busy address holds no place of its network, and who
/// waits for a busy network none of the whole. In that order there is no deadlock either.
public final class Pace {

    private final Lanes<InetAddress> addresses;
    private final Lanes<String> networks;
    private final Semaphore all;
    private final Starts starts;

    public Pace(PaceLimits limits, Ticker ticker) {
        addresses = new Lanes<>(limits.perAddress());
        networks = new Lanes<>(limits.perNetwork());
        all = new Semaphore(limits.overall(), true);
        starts = new Starts(limits.networkInterval().toNanos(), ticker);
    }

    public Pace(PaceLimits limits) {
        this(limits, Ticker.SYSTEM);
    }

    /// Waits until a connection to the address is within the limits. Must be followed by one [#exit].
    void enter(InetAddress address) throws InterruptedException {
        String network = Network.of(address);
        addresses.enter(address);
        try {
            enterNetwork(network);
        } catch (InterruptedException e) {
            addresses.exit(address);
            throw e;
        }
    }

    private void enterNetwork(String network) throws InterruptedException {
        networks.enter(network);
        try {
            // The pause before the last permit: who only waits for his moment takes no place from others.
            starts.await(network);
            all.acquire();
        } catch (InterruptedException e) {
            networks.exit(network);
            throw e;
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
