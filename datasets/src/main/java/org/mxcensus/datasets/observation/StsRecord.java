package org.mxcensus.datasets.observation;

/// An MTA-STS record (RFC 8461 §3.1).
///
/// @param id the policy's version, as published
public record StsRecord(String id) {}
