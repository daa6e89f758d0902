package org.mxcensus.crawler.source;

import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;

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
    private String domain = "";
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
        domain = owner.toString();
        reason = owner.isBelow(apex)
                ? fault(domain)
                : "outside the zone " + (apex.toString().isEmpty() ? "." : apex);
        return reason.isEmpty() ? Finding.BEGUN : Finding.REFUSED;
    }

    /// The hash of the current domain's name.
    long hash() {
        return hash;
    }

    String domain() {
        return domain;
    }

    String reason() {
        return reason;
    }

    private static String fault(String name) {
        return switch (DomainNames.normalize(name)) {
            case NameOutcome.Name _ -> "";
            case NameOutcome.Invalid(var why) -> why;
        };
    }
}
