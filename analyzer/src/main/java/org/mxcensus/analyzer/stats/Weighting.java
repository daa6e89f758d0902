package org.mxcensus.analyzer.stats;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What counts as one.
public enum Weighting {
    /// Each domain of the group counts once.
    DOMAINS,
    /// Each MX host that the group's domains use counts once; only for metrics that a host has.
    MX_HOSTS;

    /// The name in columns, addresses and JSON: `domains`, `mx_hosts`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Weighting> find(String id) {
        return Stream.of(values())
                .filter(weighting -> weighting.id().equals(id))
                .findFirst();
    }
}
