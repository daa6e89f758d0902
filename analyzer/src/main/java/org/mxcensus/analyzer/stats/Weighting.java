package org.mxcensus.analyzer.stats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What counts as one.
public enum Weighting {
    /// Each domain of the group counts once.
    DOMAINS,
    /// Each MX host that the group's domains use counts once; only for metrics that a host has.
    MX_HOSTS,
    /// Each domain of the group counts by its place in a ranked list, the best that a source gives it: the n-th as an
    /// n-th of the first, in whole billionths of it. That is how visits spread over sites (Zipf's law; Adamic and
    /// Huberman, 2002, "Zipf's law and the Internet"). Domains without a rank count for nothing, and groups without
    /// a ranked domain have no figures.
    RANK;

    /// What the first of a ranked list counts.
    public static final long FIRST_WEIGHS = 1_000_000_000;

    /// Whether there are figures of the metric with this weighting.
    public boolean has(Metric metric) {
        return this != MX_HOSTS || metric.ofHosts();
    }

    /// The metrics that there are figures of.
    public List<Metric> metrics() {
        return Stream.of(Metric.values()).filter(this::has).toList();
    }

    /// The name in columns, addresses and JSON: `domains`, `mx_hosts`, `rank`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Weighting> find(String id) {
        return Stream.of(values())
                .filter(weighting -> weighting.id().equals(id))
                .findFirst();
    }
}
