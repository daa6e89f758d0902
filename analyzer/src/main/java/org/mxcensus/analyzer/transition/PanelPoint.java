package org.mxcensus.analyzer.transition;

import java.time.LocalDate;

/// How a mechanism stands in a crawl.
///
/// @param all the domains of the crawl's frame, each once
/// @param panel those of them that every crawl of the trend was to measure
public record PanelPoint(LocalDate crawl, Mechanism mechanism, Tally all, Tally panel) {

    PanelPoint plus(PanelPoint other) {
        return new PanelPoint(crawl, mechanism, all.plus(other.all), panel.plus(other.panel));
    }
}
