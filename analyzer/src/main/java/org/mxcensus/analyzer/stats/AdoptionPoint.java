package org.mxcensus.analyzer.stats;

import java.time.LocalDate;
import java.util.OptionalDouble;

/// One figure: a metric for a group in a crawl.
///
/// frame = denominator + unmeasured + not applicable.
///
/// @param frame units in the group, domains or MX hosts
/// @param numerator measured units that have the property
/// @param denominator units to which the metric applies and that were measured
/// @param unmeasured units to which it may apply and for which we could not tell
public record AdoptionPoint(
        LocalDate crawl, Metric metric, long frame, long numerator, long denominator, long unmeasured) {

    /// numerator / denominator; empty where nothing was measured.
    public OptionalDouble share() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }

    /// The share if every unmeasured unit lacked the property; empty where the metric applies to nothing.
    public OptionalDouble lowest() {
        return ofApplicable(numerator);
    }

    /// The share if every unmeasured unit had the property; empty where the metric applies to nothing.
    public OptionalDouble highest() {
        return ofApplicable(numerator + unmeasured);
    }

    public Quality quality() {
        return Quality.of(denominator, unmeasured);
    }

    /// Units to which the metric does not apply.
    public long notApplicable() {
        return frame - denominator - unmeasured;
    }

    private OptionalDouble ofApplicable(long units) {
        long applicable = denominator + unmeasured;
        return applicable == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) units / applicable);
    }
}
