package org.mxcensus.analyzer.conformance;

/// A case of any suite.
public sealed interface SuiteCase permits DaneCase {

    /// Names the case for ever, within its suite.
    String id();

    /// What it is about, one phrase.
    String title();
}
