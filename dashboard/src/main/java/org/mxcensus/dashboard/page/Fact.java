package org.mxcensus.dashboard.page;

/// Something that was seen, beside its name.
///
/// @param verbatim the value is text from the network, shown as it came
public record Fact(String name, String value, boolean verbatim) {}
