package org.mxcensus.crawler.scan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mxcensus.crawler.source.SourceInput;

/// What is taken in.
///
/// @param scans zgrab2's lines of MX hosts
/// @param exchanges which domains use which MX hosts; its name is the source's
/// @param crawl the date to file it under; empty for the day of the first line
/// @param registeredDomain the registrable domain of a name; the name itself where there is none
public record ScanConfig(
        List<SourceInput> scans,
        SourceInput exchanges,
        Optional<LocalDate> crawl,
        UnaryOperator<String> registeredDomain) {
    public ScanConfig {
        scans = List.copyOf(scans);
    }
}
