package org.mxcensus.analyzer.transition;

/// How many domains stand how; their sum, the frame, is denominator + unmeasured + not applicable.
///
/// @param numerator it is there and works
/// @param denominator it is known whether it works
/// @param unmeasured it could not be told
/// @param notApplicable the question does not arise
public record Tally(long numerator, long denominator, long unmeasured, long notApplicable) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    /// All domains.
    public long frame() {
        return denominator + unmeasured + notApplicable;
    }

    Tally plus(Standing standing, long domains) {
        return plus(
                switch (standing) {
                    case OUTSIDE -> throw new IllegalArgumentException("a domain that the crawl does not name");
                    case WORKING -> new Tally(domains, domains, 0, 0);
                    case NOT_WORKING, WITHOUT, PARTIAL, BROKEN -> new Tally(0, domains, 0, 0);
                    case UNMEASURED -> new Tally(0, 0, domains, 0);
                    case NOT_APPLICABLE -> new Tally(0, 0, 0, domains);
                });
    }

    Tally plus(Tally other) {
        return new Tally(
                numerator + other.numerator,
                denominator + other.denominator,
                unmeasured + other.unmeasured,
                notApplicable + other.notApplicable);
    }
}
