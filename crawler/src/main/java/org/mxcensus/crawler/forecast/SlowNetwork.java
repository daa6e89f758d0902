package org.mxcensus.crawler.forecast;

/// A network that takes long.
///
/// @param name which one
/// @param names its targets
/// @param connections how many connections it took
/// @param aloneHours how long these take at least, were it the only network
/// @param endedHours when the last of its targets was through
/// @param overBudget its targets that were given up
/// @param why what makes them take so long
public record SlowNetwork(
        String name, long names, long connections, double aloneHours, double endedHours, long overBudget, String why) {}
