package org.mxcensus.dashboard.page;

/// One of the numbers at the top of a page.
///
/// @param id of the metric
/// @param change in percentage points, such as `+1.3`; empty where there is no crawl before
/// @param since the crawl before; empty where there is none
public record Headline(String id, String title, Tally now, String change, String since) {}
