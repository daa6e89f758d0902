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

    /// unmeasured / (denominator + unmeasured); empty where the metric applies to nothing.
    public OptionalDouble unmeasuredShare() {
        long applicable = denominator + unmeasured;
        return applicable == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) unmeasured / applicable);
    }

    /// Units to which the metric does not apply.
    public long notApplicable() {
        return frame - denominator - unmeasured;
    }
}
