package org.mxcensus.lab.generate;

/// A share that moves from one value to another within a year, and on at the same pace.
///
/// @param from in month 0
/// @param to in month 12
record Curve(double from, double to) {

    /// The share in a month, between 0 and 1.
    double at(int month) {
        return Math.clamp(from + (to - from) * month / 12, 0, 1);
    }

    /// Whether somebody with this throw has adopted by then: who has, stays, as long as the share does not fall.
    boolean reaches(double thrown, int month) {
        return thrown < at(month);
    }
}
