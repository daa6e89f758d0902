package org.mxcensus.datasets.schema;

/// How far an attribution can be relied on.
public enum ProviderConfidence {
    /// The host's name is known to be the provider's.
    HIGH,
    /// Trusted certificates bear the provider's names, which those of a machine that it only lets may do too; or there
    /// is nothing but the registered domain of the host's name, which may be a customer's own.
    MEDIUM,
    /// The host only calls itself by the provider's name, which anybody can do; or it lies in no registered domain.
    LOW
}
