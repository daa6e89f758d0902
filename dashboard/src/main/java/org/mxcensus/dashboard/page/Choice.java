package org.mxcensus.dashboard.page;

/// A link among alternatives of which one is shown.
public record Choice(String text, String address, boolean current) {}
