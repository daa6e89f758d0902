package org.mxcensus.datasets.schema;

import org.jspecify.annotations.Nullable;

/// Table `host_providers`, key host: who runs an MX host.
///
/// @param provider the registered domain that stands for the provider
/// @param method how it was found: `map` by the provider map, `registered_domain` by the public suffix list alone,
///     `host` where the host lies in no registered domain
/// @param confidence null in files of earlier versions
/// @param kind what the provider does; null where the map does not have it, and in files of earlier versions
public record HostProviderRow(
        String host,
        String provider,
        String method,
        @Nullable ProviderConfidence confidence,
        @Nullable ProviderKind kind) {}
