package org.mxcensus.cli.config;

/// What an option is set to.
///
/// @param value as it would stand on the command line
/// @param origin where it was said, for people
public record Setting(String value, String origin) {}
