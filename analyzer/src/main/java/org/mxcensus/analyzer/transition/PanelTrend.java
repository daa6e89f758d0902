package org.mxcensus.analyzer.transition;

import java.util.List;
import org.mxcensus.analyzer.warehouse.Recipe;

/// How mechanisms stood from crawl to crawl, of all domains and of the constant panel.
///
/// @param points by crawl, then mechanism
/// @param recipe how those of the panel are made
public record PanelTrend(List<PanelPoint> points, Recipe recipe) {
    public PanelTrend {
        points = List.copyOf(points);
    }
}
