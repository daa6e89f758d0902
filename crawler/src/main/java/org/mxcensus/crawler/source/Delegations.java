package org.mxcensus.crawler.source;

/// Sees NS records pass by and tells which of them delegate a domain of the zone.
final class Delegations {
    enum Finding {
        /// The zone's own name servers.
        APEX,
        /// Another name server for the domain of the delegation before.
        CONTINUED,
        /// The first name server of a domain, or of one that was interrupted by another.
        BEGUN,
        /// No domain of this zone; [Delegations#reason] says why.
        REFUSED
    }

    private final NameBytes apex;
    private boolean hasCurrent;
    private long hash;
    private String reason = "";

    Delegations(NameBytes apex) {
        this.apex = apex;
    }

    Finding see(NameBytes owner) {
        var seen = owner.hash();
        if (hasCurrent && seen == hash) {
            return reason.isEmpty() ? Finding.CONTINUED : Finding.REFUSED;
        }
        if (owner.isSame(apex)) {
            return Finding.APEX;
        }
        hasCurrent = true;
        hash = seen;
        reason = owner.isBelow(apex)
                ? owner.domainFault()
                : "outside the zone " + (apex.toString().isEmpty() ? "." : apex);
        return reason.isEmpty() ? Finding.BEGUN : Finding.REFUSED;
    }

    /// The hash of the current domain's name.
    long hash() {
        return hash;
    }

    /// Whether this is the hash of the current domain's name.
    boolean isCurrent(long other) {
        return hasCurrent && reason.isEmpty() && other == hash;
    }

    String reason() {
        return reason;
    }
}
