package org.mxcensus.datasets.release;

/// What a value of a closed set means.
///
/// @param value as in the files
/// @param meaning in a sentence; empty where its name says all
public record ValueDoc(String value, String meaning) {}
