package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import org.mxcensus.datasets.observation.Abstention;

/// The one way to a connection: the guard, the opt-out list and the pace, in this order, each time.
public final class Gate {

    private final Guard guard;
    private final OptOut optOut;
    private final Pace pace;

    public Gate(Guard guard, OptOut optOut, Pace pace) {
        this.guard = guard;
        this.optOut = optOut;
        this.pace = pace;
    }

    /// Waits until the connection is within the limits, unless it must not be made at all.
    ///
    /// @param host the name that the address stands for
    /// @param address the very address that is about to be connected to
    public Admission admit(String host, InetAddress address) throws InterruptedException {
        if (guard.refusal(address).isPresent()) {
            return new Admission.Refused(Abstention.RESERVED_ADDRESS);
        }
        if (optOut.covers(host) || optOut.covers(address)) {
            return new Admission.Refused(Abstention.OPTED_OUT);
        }
        pace.enter(address);
        return new Admission.Granted(new Permit(address, pace));
    }
}
