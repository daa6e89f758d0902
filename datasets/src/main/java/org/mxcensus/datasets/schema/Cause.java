package org.mxcensus.datasets.schema;

/// What decided a verdict, as an operator needs it.
public sealed interface Cause permits DaneCause, StsCause {

    /// The name that is stored.
    String name();

    /// What is so, a phrase.
    String sentence();

    /// What to change, one sentence to whoever runs the servers; for what could not be told, how to find out.
    String fix();

    /// Where it is written, such as `RFC 7672 §3.1.1`.
    String section();
}
