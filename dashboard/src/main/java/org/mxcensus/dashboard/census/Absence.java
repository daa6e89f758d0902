package org.mxcensus.dashboard.census;

/// Why there is nothing to show, for a person who finds a store empty.
///
/// @param sentence what is missing
/// @param command what to run
public record Absence(String sentence, String command) {}
