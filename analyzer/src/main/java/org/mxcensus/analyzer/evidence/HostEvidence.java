package org.mxcensus.analyzer.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.HostRow;

/// One MX host in one crawl.
///
/// @param seen what DNS says of it; empty where it was not probed
/// @param addresses each address that was tried, or was to be
/// @param verdict over all addresses; empty where there is none
public record HostEvidence(
        LocalDate crawl,
        String host,
        Optional<HostRow> seen,
        List<AddressEvidence> addresses,
        Optional<ExchangeVerdictRow> verdict,
        Optional<HostProviderRow> provider) {}
