package org.mxcensus.datasets.observation;

/// The outline of an SPF record (RFC 7208 §4.5).
///
/// @param all the qualifier of the final `all` mechanism (`+`, `-`, `~`, `?`), empty where there is none
public record SpfRecord(String all) {}
