package org.mxcensus.crawler.dns.real;

/// A question, and what is true.
///
/// @param status in the words of [Asked]
/// @param drill whether `drill -S` can tell
record Case(Asked asked, String status, Drill drill) {

    /// What `drill -S` sees, and what it does not look at.
    enum Drill {
        /// Trusts an answer if, and only if, it is secure.
        SEES,
        /// A denial that rests on opt-out proves the absence of signed names only, and is insecure (RFC 5155 §9.2).
        NOT_OPT_OUT,
        /// It looks at the first alias of a chain alone, and knows none that was made from a DNAME.
        NOT_BEHIND_ALIASES,
        /// Wants no proof that a wildcard may answer (RFC 4035 §5.3.4).
        NOT_WILDCARDS,
        /// Takes one signed NSEC for all that are needed (RFC 4035 §5.4).
        NOT_EVERY_PROOF,
        /// Looks for a missing key for seconds.
        NOT_WITHOUT_KEYS,
        /// Counts no iterations of NSEC3.
        NOT_ITERATIONS
    }

    static Case of(String name, String type, String status) {
        return new Case(new Asked(name, type), status, Drill.SEES);
    }

    Case with(Drill other) {
        return new Case(asked, status, other);
    }

    @Override
    public String toString() {
        return asked + " is " + status;
    }
}
