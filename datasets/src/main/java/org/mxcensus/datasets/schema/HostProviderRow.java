package org.mxcensus.datasets.schema;

/// Table `host_providers`, key host: who runs an MX host.
///
/// @param provider the name that stands for the provider
/// @param method how it was found: `registered_domain`
public record HostProviderRow(String host, String provider, String method) {}
