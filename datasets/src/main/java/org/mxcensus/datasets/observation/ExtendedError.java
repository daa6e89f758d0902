package org.mxcensus.datasets.observation;

/// An extended DNS error (RFC 8914 §2).
///
/// @param code the INFO-CODE
/// @param text the EXTRA-TEXT, empty where there is none
public record ExtendedError(int code, String text) {}
