package org.mxcensus.datasets.observation;

/// A TLSA record as published (RFC 6698 §2.1).
///
/// @param usage certificate usage, 0 to 255
/// @param selector 0 to 255
/// @param matching matching type, 0 to 255
/// @param data certificate association data, lower-case hexadecimal
public record TlsaRecord(int usage, int selector, int matching, String data) {}
