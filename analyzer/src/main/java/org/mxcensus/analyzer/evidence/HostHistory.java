package org.mxcensus.analyzer.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.HostRow;

/// An MX host in one of several crawls, in brief.
///
/// @param seen what DNS says of it
/// @param verdict over all addresses; empty where the crawl has none
/// @param leaves SHA-256 of each server certificate that some address sent, in order; empty where none was sent
public record HostHistory(LocalDate crawl, HostRow seen, Optional<ExchangeVerdictRow> verdict, List<String> leaves) {
    public HostHistory {
        leaves = List.copyOf(leaves);
    }
}
