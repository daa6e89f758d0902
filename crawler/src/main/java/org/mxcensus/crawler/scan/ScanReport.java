package org.mxcensus.crawler.scan;

import java.util.List;

/// What was taken in.
///
/// @param addresses of MX hosts that were looked at
/// @param hosts MX hosts
/// @param domains whose MX hosts were told
/// @param inputs what was read, in order
public record ScanReport(long addresses, long hosts, long domains, List<InputReport> inputs) {
    public ScanReport {
        inputs = List.copyOf(inputs);
    }
}
