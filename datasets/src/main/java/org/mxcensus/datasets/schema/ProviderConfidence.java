package org.mxcensus.datasets.schema;

/// How far an attribution can be relied on.
public enum ProviderConfidence {
    /// The host's name is known to be the provider's.
    HIGH,
    /// Nothing but the registered domain of the host's name, which may be a customer's own.
    MEDIUM,
    /// The host lies in no registered domain.
    LOW
}
