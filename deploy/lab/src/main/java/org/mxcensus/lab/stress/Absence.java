package org.mxcensus.lab.stress;

import java.time.Duration;

/// The resolver takes queries and answers none.
///
/// @param afterQueries of a version of the world: then it begins
/// @param lasting how long
public record Absence(long afterQueries, Duration lasting) {
    public Absence {
        if (afterQueries < 1 || lasting.isNegative()) {
            throw new IllegalArgumentException(
                    "an absence begins after a query at least and ends later, not " + afterQueries + ", " + lasting);
        }
    }
}
