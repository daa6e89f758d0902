package org.mxcensus.datasets.schema;

/// The answer to a question about a domain, a host or an address. Null in a column: the question does not apply.
///
/// Findings combine by the three-valued logic of Kleene, in which *could not tell* stays what it is unless the
/// other side decides alone.
public enum Finding {
    YES,
    NO,
    /// Could not tell.
    UNMEASURED;

    public static Finding of(boolean answer) {
        return answer ? YES : NO;
    }

    /// NO as soon as one side is NO, YES only if both are.
    public Finding and(Finding other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : UNMEASURED;
    }

    /// YES as soon as one side is YES, NO only if both are.
    public Finding or(Finding other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == NO && other == NO ? NO : UNMEASURED;
    }
}
