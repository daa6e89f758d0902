package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;

/// Leave to hold one connection to one address. Only a [Gate] gives it. Close it after the connection.
public final class Permit implements AutoCloseable {

    private final Peer peer;
    private final Pace pace;
    private final long begun;
    private final AtomicBoolean returned = new AtomicBoolean();

    Permit(Peer peer, Pace pace) {
        this.peer = peer;
        this.pace = pace;
        this.begun = pace.now();
    }

    /// The address that was checked, and the only one that the permit is for.
    public InetAddress address() {
        return peer.address();
    }

    /// Says how the call was received: whoever asked for less is called at less, with all of his network and
    /// registered domain. Best said before the permit is closed, so that the next in line knows of it.
    public void heard(Reception reception) {
        pace.heard(peer, begun, reception);
    }

    /// Gives the place to the next in the queue. Does nothing the second time.
    @Override
    public void close() {
        if (returned.compareAndSet(false, true)) {
            pace.exit(peer);
        }
    }
}
