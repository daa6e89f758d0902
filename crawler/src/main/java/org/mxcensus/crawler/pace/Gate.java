package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import java.util.Optional;
import org.mxcensus.datasets.observation.Abstention;

/// The one way to a connection: the guard, the opt-out list, the pace, the list once more and the lease, in this
/// order, each time.
public final class Gate {

    private final Guard guard;
    private final OptOutSource optOut;
    private final Pace pace;
    private final Lease lease;
    private final PaceWaits waits;

    /// For a crawl that nobody else takes part in.
    public Gate(Guard guard, OptOutSource optOut, Pace pace) {
        this(guard, optOut, pace, Lease.FOREVER);
    }

    /// @param lease leave to probe at all; asked after the waiting, since it may run out meanwhile
    public Gate(Guard guard, OptOutSource optOut, Pace pace, Lease lease) {
        this(guard, optOut, pace, lease, new PaceWaits());
    }

    /// @param lease leave to probe at all; asked after the waiting, since it may run out meanwhile
    /// @param waits is told of every wait
    public Gate(Guard guard, OptOutSource optOut, Pace pace, Lease lease, PaceWaits waits) {
        this.guard = guard;
        this.optOut = optOut;
        this.pace = pace;
        this.lease = lease;
        this.waits = waits;
    }

    /// Waits until the connection is within the limits, unless it must not be made at all.
    ///
    /// @param host the name that the address stands for
    /// @param address the very address that is about to be connected to
    /// @return leave, or the reason why not; [Abstention#BUDGET] where the pace has lost its patience
    /// @throws InterruptedException where the lease has run out, or the crawl is being stopped
    public Admission admit(String host, InetAddress address) throws InterruptedException {
        Optional<Abstention> refusal = refusal(host, address);
        if (refusal.isPresent()) {
            return new Admission.Refused(refusal.get());
        }
        Peer peer = pace.peer(host, address);
        return enter(peer) ? afterWaiting(host, new Permit(peer, pace)) : new Admission.Refused(Abstention.BUDGET);
    }

    private boolean enter(Peer peer) throws InterruptedException {
        long begun = pace.now();
        boolean admitted = false;
        waits.began();
        try {
            admitted = pace.enter(peer);
            return admitted;
        } finally {
            waits.ended(pace.now() - begun, admitted);
        }
    }

    private Optional<Abstention> refusal(String host, InetAddress address) {
        if (guard.refusal(address).isPresent()) {
            return Optional.of(guard.abstention());
        }
        OptOut list = optOut.current();
        return list.covers(host) || list.covers(address) ? Optional.of(Abstention.OPTED_OUT) : Optional.empty();
    }

    /// Whoever has opted out while we waited is not called at any more.
    private Admission afterWaiting(String host, Permit permit) throws InterruptedException {
        boolean leave = false;
        try {
            lease.require();
            Optional<Abstention> refusal = refusal(host, permit.address());
            leave = refusal.isEmpty();
            return refusal.<Admission>map(Admission.Refused::new).orElseGet(() -> new Admission.Granted(permit));
        } finally {
            if (!leave) {
                permit.close();
            }
        }
    }
}
