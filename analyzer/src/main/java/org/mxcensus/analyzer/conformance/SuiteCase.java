package org.mxcensus.analyzer.conformance;

import org.jspecify.annotations.Nullable;

/// A case of any suite.
public sealed interface SuiteCase permits DaneCase, StsCase, TlsRptCase, SendersCase {

    /// Names the case for ever, within its suite.
    String id();

    /// What it is about, one phrase.
    String title();

    /// What its answer should be; null where nobody has said.
    @Nullable
    Record expect();
}
