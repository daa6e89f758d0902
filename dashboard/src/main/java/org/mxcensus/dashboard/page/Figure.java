package org.mxcensus.dashboard.page;

import java.util.List;
import org.mxcensus.analyzer.stats.Metric;

/// A chart of adoption over crawls, with the table that shows the same numbers.
///
/// @param subtitle the definition, and what the share is a share of
/// @param data the address of the chart's data, as JSON
/// @param csv the address of the same data, as CSV
/// @param metrics the labels of the metrics, in the order of the rows' cells
/// @param definitions what the metrics count, in the same order
public record Figure(
        String title,
        String subtitle,
        String data,
        String csv,
        List<String> metrics,
        List<Row> rows,
        List<Metric> definitions) {

    /// @param crawl its date
    /// @param cells a tally a metric
    public record Row(String crawl, List<Tally> cells) {}
}
