package org.mxcensus.analyzer.concentration;

/// A provider among all others, and a point of the curve: what it and all larger ones hold together.
///
/// @param place 1 for the provider with most domains; equals stand in the order of their names
/// @param provider by the provider map, else a registered domain
/// @param domains whose most preferred MX host it runs
/// @param cumulated those of all providers up to this place
public record Holder(long place, String provider, long domains, long cumulated) {}
