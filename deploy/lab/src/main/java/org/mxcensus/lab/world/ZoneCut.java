package org.mxcensus.lab.world;

/// A zone of the world.
///
/// @param apex its name; `.` is the root
/// @param signed whether it has keys
/// @param secure whether a chain of DS records leads from the root's key to its own (RFC 4035 §4.3)
/// @param registry whether it only delegates: the root and the top-level domains
public record ZoneCut(String apex, boolean signed, boolean secure, boolean registry) {}
