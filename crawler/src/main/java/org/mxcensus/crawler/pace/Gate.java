package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import org.mxcensus.datasets.observation.Abstention;

/// The one way to a connection: the guard, the opt-out list, the pace and the lease, in this order, each
/// time.
public final class Gate {

    private final Guard guard;
    private final OptOut optOut;
    private final Pace pace;
    private final Lease lease;

    /// For a crawl that nobody else takes part in.
    public Gate(Guard guard, OptOut optOut, Pace pace) {
        this(guard, optOut, pace, Lease.FOREVER);
    }

    /// @param lease leave to probe at all; asked after the waiting, since it may run out meanwhile
    public Gate(Guard guard, OptOut optOut, Pace pace, Lease lease) {
        this.guard = guard;
        this.optOut = optOut;
        this.pace = pace;
        this.lease = lease;
    }

    /// Waits until the connection is within the limits, unless it must not be made at all.
    ///
    /// @param host the name that the address stands for
    /// @param address the very address that is about to be connected to
    /// @return leave, or the reason why not; [Abstention#BUDGET] where the pace has lost its patience
    /// @throws InterruptedException where the lease has run out, or the crawl is being stopped
    public Admission admit(String host, InetAddress address) throws InterruptedException {
        if (guard.refusal(address).isPresent()) {
            return new Admission.Refused(Abstention.RESERVED_ADDRESS);
        }
        if (optOut.covers(host) || optOut.covers(address)) {
            return new Admission.Refused(Abstention.OPTED_OUT);
        }
        return pace.enter(address)
                ? new Admission.Granted(leased(new Permit(address, pace)))
                : new Admission.Refused(Abstention.BUDGET);
    }

    private Permit leased(Permit permit) throws InterruptedException {
        boolean leave = false;
        try {
            lease.require();
            leave = true;
            return permit;
        } finally {
            if (!leave) {
                permit.close();
            }
        }
    }
}
