package org.mxcensus.analyzer.reconcile;

import java.util.Locale;

/// A part of a figure: how many domains of the frame have one of some outcomes.
public enum Part {
    NUMERATOR,
    DENOMINATOR,
    UNMEASURED,
    NOT_COUNTED;

    /// The part's name in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a domain with this outcome is among them.
    boolean has(Outcome outcome) {
        return switch (this) {
            case NUMERATOR -> outcome == Outcome.YES;
            case DENOMINATOR -> outcome == Outcome.YES || outcome == Outcome.NO;
            case UNMEASURED -> outcome == Outcome.UNMEASURED;
            case NOT_COUNTED -> outcome == Outcome.NOT_COUNTED;
        };
    }
}
