package org.mxcensus.dashboard.census;

import java.time.Instant;
import java.time.LocalDate;

/// A crawl that has begun and has no figures yet, by the files that it has published: under way, or interrupted.
///
/// @param crawl its date
/// @param frame how many rows say who is to be measured; a domain has one for each source that names it
/// @param domains how many domains have been looked at
/// @param mxHosts how many MX hosts
/// @param addresses how many addresses of MX hosts
/// @param files how many were published, certificates' included
/// @param newest when the last of them was
public record UnderWay(
        LocalDate crawl, long frame, long domains, long mxHosts, long addresses, long files, Instant newest) {}
