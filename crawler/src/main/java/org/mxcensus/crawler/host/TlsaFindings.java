package org.mxcensus.crawler.host;

import java.util.List;
import org.mxcensus.datasets.observation.TlsaOutcome;

/// What the search for TLSA gave.
///
/// @param zoneNs the name servers of the zone that it failed in; empty where it did not fail
/// @param queries sent for it
record TlsaFindings(TlsaOutcome outcome, List<String> zoneNs, int queries) {}
