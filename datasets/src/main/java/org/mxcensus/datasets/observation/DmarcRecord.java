package org.mxcensus.datasets.observation;

/// The outline of a DMARC record (RFC 7489 §6.3).
///
/// @param policy the requested policy `p`: `none`, `quarantine` or `reject`
public record DmarcRecord(String policy) {}
