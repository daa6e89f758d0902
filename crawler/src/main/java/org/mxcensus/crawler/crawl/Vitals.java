package org.mxcensus.crawler.crawl;

import org.mxcensus.crawler.dns.LookupCounts;
import org.mxcensus.crawler.pace.PaceWaits;

/// What can be told of a crawl while it runs. Safe to read at any time.
///
/// @param progress of its stages, as far as this process has part in them
/// @param lookups at the resolvers
/// @param waits of connections to mail servers
public record Vitals(CrawlProgress progress, LookupCounts lookups, PaceWaits waits) {}
