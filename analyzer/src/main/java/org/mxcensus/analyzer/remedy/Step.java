package org.mxcensus.analyzer.remedy;

import org.mxcensus.analyzer.transition.Tally;

/// A point of the curve over providers or DNS operators.
///
/// @param place 1 for the one that gains most by itself
/// @param party who takes the step here
/// @param tally of all domains, when it and everybody before it has taken the step
public record Step(long place, Party party, Tally tally) {}
