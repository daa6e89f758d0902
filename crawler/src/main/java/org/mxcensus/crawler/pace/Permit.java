package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;

/// Leave to hold one connection to one address. Only a [Gate] gives it. Close it after the connection.
public final class Permit implements AutoCloseable {

    private final InetAddress address;
    private final Pace pace;
    private final AtomicBoolean returned = new AtomicBoolean();

    Permit(InetAddress address, Pace pace) {
        this.address = address;
        this.pace = pace;
    }

    /// The address that was checked, and the only one that the permit is for.
    public InetAddress address() {
        return address;
    }

    /// Gives the place to the next in the queue. Does nothing the second time.
    @Override
    public void close() {
        if (returned.compareAndSet(false, true)) {
            pace.exit(address);
        }
    }
}
