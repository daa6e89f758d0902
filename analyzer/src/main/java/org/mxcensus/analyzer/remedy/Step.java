package org.mxcensus.analyzer.remedy;

import org.mxcensus.analyzer.transition.Tally;

/// A point of the curve over providers.
///
/// @param place 1 for the provider that gains most by itself
/// @param provider who takes the step here
/// @param tally of all domains, when it and everybody before it has taken the step
public record Step(long place, String provider, Tally tally) {}
