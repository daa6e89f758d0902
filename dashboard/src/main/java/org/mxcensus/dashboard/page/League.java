package org.mxcensus.dashboard.page;

import java.util.List;

/// A table that compares TLDs or providers in the newest crawl.
///
/// @param caption what it lists
/// @param group what a row is, such as `TLD`
/// @param unit what is counted, such as `Domains`
/// @param metrics the titles of the metrics, in the order of the rows' cells
/// @param empty why there are no rows, one sentence
public record League(String caption, String group, String unit, List<String> metrics, List<Row> rows, String empty) {

    /// @param name of the TLD or provider
    /// @param address of its page
    /// @param size how many are in the frame
    public record Row(String name, String address, long size, List<Cell> cells) {

        /// The size as people read it.
        public String sizeText() {
            return Numbers.count(size);
        }
    }

    /// @param change in percentage points since the crawl before; empty where there is none
    public record Cell(Tally now, String change) {}
}
