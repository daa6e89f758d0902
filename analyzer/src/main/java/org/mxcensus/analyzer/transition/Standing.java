package org.mxcensus.analyzer.transition;

/// How a domain stands with a mechanism in a crawl.
public enum Standing {
    /// The frame of the crawl does not name the domain.
    OUTSIDE,
    /// The question does not arise, as where no mail is accepted.
    NOT_APPLICABLE,
    /// It could not be told.
    UNMEASURED,
    /// It surely does not work at every MX host; whether it is there at all, or works at some, could not be told.
    NOT_WORKING,
    /// The domain does without.
    WITHOUT,
    /// Some of its MX hosts have it.
    PARTIAL,
    /// It is there and does not work: senders fail by it, or cannot use it.
    BROKEN,
    /// It is there and works.
    WORKING;

    /// Whether the domain has deployed it, rightly or wrongly.
    public boolean isDeployed() {
        return this == PARTIAL || this == BROKEN || this == WORKING;
    }

    /// Whether it is known how the domain stands.
    public boolean isKnown() {
        return this == WITHOUT || isDeployed();
    }
}
