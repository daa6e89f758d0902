package org.mxcensus.analyzer.stats;

import java.util.Optional;

/// Where a share lies among all, of whom a sample was measured, with 95 % confidence: Wilson's score interval
/// (Wilson, 1927, "Probable Inference, the Law of Succession, and Statistical Inference"). It does not reach below 0
/// or above 1, and holds for few, too.
///
/// @param low at least so much, 0 to 1
/// @param high at most so much
public record Interval(double low, double high) {
    /// Of a normal distribution 95 % lie within so many standard deviations.
    private static final double Z = 1.959963984540054;

    /// @param numerator those in the sample that have the property
    /// @param denominator those that were measured
    /// @return empty where nobody was
    public static Optional<Interval> wilson(long numerator, long denominator) {
        if (denominator == 0) {
            return Optional.empty();
        }
        double share = (double) numerator / denominator;
        double square = Z * Z / denominator;
        double middle = (share + square / 2) / (1 + square);
        double reach = Z / (1 + square) * Math.sqrt(share * (1 - share) / denominator + square / (4 * denominator));
        return Optional.of(new Interval(Math.max(0, middle - reach), Math.min(1, middle + reach)));
    }
}
