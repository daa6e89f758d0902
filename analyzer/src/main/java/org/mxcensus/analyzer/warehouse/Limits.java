package org.mxcensus.analyzer.warehouse;

/// What DuckDB may take.
///
/// @param memory as DuckDB writes it, such as `2GB`; what does not fit goes to disk
/// @param threads how many cores it may use
public record Limits(String memory, int threads) {

    /// Two gigabytes leave room for the JVM in a laptop's four; every core, since nothing else runs beside it.
    public static final Limits DEFAULT = new Limits("2GB", Runtime.getRuntime().availableProcessors());

    /// For looking up: many of these may be open at once.
    public static final Limits READER = new Limits("512MB", 2);
}
