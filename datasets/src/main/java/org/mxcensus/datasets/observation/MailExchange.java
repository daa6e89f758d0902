package org.mxcensus.datasets.observation;

/// One MX record's data (RFC 1035 §3.3.9).
///
/// @param preference lower is tried first (RFC 5321 §5.1)
/// @param host the exchange: lower case, A-labels, without the final dot; empty for the root name
public record MailExchange(int preference, String host) {}
