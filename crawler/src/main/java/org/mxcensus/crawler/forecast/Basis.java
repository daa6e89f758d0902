package org.mxcensus.crawler.forecast;

/// How well an input is known.
public enum Basis {
    /// What whoever asks has decided.
    CHOSEN,
    /// How the crawler works.
    RULE,
    /// Measured with the crawler; BENCHMARKS.md says how.
    MEASURED,
    /// From a publication.
    PUBLISHED,
    /// Nobody has measured it, or not where it matters.
    ASSUMED
}
