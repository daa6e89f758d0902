package org.mxcensus.dashboard.page;

import java.util.List;

/// One of the numbers at the top of a page.
///
/// @param id of the metric
/// @param changes since the crawl before, and in a year; those that can be told
public record Headline(String id, String title, Tally now, List<Change> changes) {

    /// @param points how far the share has gone, in percentage points, such as `+1.3`
    /// @param since the crawl from which on
    public record Change(String points, String since) {}
}
