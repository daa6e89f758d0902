package org.mxcensus.datasets.schema;

import com.jerolba.carpet.annotation.ParquetString;
import org.jspecify.annotations.Nullable;

/// Table `host_providers`, key host: who runs an MX host.
///
/// Whose mailboxes lie behind a filtering service (`kind` is `FILTER`) is not to be seen: the mailbox host is unknown,
/// and the provider is the filtering service.
///
/// @param host the MX host
/// @param provider the registered domain that stands for the provider
/// @param method how it was found, the first of these that tells: `map`, the provider map has the host's name;
///     `certificate`, it has names in the trusted certificates of all addresses that were reached, and these agree;
///     `greeting`, the same of what the addresses call themselves in greeting and EHLO reply, with the certificates;
///     `registered_domain`, that of the host's name by the public suffix list, often the customer's own; `host`, the
///     host lies in no registered domain
/// @param confidence how far that can be relied on; null in files of earlier versions
/// @param kind what the provider does; null where the map does not have it, and in files of earlier versions
public record HostProviderRow(
        String host,
        String provider,
        String method,
        @ParquetString @Nullable ProviderConfidence confidence,
        @ParquetString @Nullable ProviderKind kind) {}
