package org.mxcensus.analyzer.stats;

import java.util.Locale;

/// How far a figure can be leaned on: by how many were measured, and by the share of those that could not be.
///
/// The bounds are of our own choosing. With 100 measured, a share of a half is known to ten percentage points at
/// most; with one in twenty unmeasured, five points are open however large the group is. By [Weighting#RANK] the
/// measured are weights and not counted, so that the unmeasured alone decide.
public enum Quality {
    /// At least 100 were measured, and at most one in twenty could not be.
    GOOD,
    /// At least 30 were measured, and at most one in five could not be.
    FAIR,
    /// Fewer, or more that could not be measured: no ground to compare groups by.
    POOR,
    /// Nothing was measured.
    NONE;

    /// @param denominator the measured
    /// @param unmeasured those that could not be
    public static Quality of(long denominator, long unmeasured) {
        if (denominator == 0) {
            return NONE;
        }
        long applicable = denominator + unmeasured;
        if (denominator >= 100 && unmeasured * 20 <= applicable) {
            return GOOD;
        }
        return denominator >= 30 && unmeasured * 5 <= applicable ? FAIR : POOR;
    }

    /// The name in columns and JSON: `good`, `fair`, `poor`, `none`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
