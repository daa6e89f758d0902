package org.mxcensus.analyzer.reconcile;

/// A share of domains, or of hosts; their sum, the frame, is denominator + unmeasured + not counted.
///
/// @param numerator domains that pass
/// @param denominator domains of which it is known whether they pass
/// @param unmeasured domains of which it is not known whether they are counted, or whether they pass
/// @param notCounted domains that the definition is not about
public record Figure(long numerator, long denominator, long unmeasured, long notCounted) {
    static final Figure NONE = new Figure(0, 0, 0, 0);

    /// All domains.
    public long frame() {
        return denominator + unmeasured + notCounted;
    }

    /// One of the four.
    public long of(Part part) {
        return switch (part) {
            case NUMERATOR -> numerator;
            case DENOMINATOR -> denominator;
            case UNMEASURED -> unmeasured;
            case NOT_COUNTED -> notCounted;
        };
    }

    Figure plus(Outcome outcome, long domains) {
        return switch (outcome) {
            case YES -> new Figure(numerator + domains, denominator + domains, unmeasured, notCounted);
            case NO -> new Figure(numerator, denominator + domains, unmeasured, notCounted);
            case UNMEASURED -> new Figure(numerator, denominator, unmeasured + domains, notCounted);
            case NOT_COUNTED -> new Figure(numerator, denominator, unmeasured, notCounted + domains);
        };
    }
}
