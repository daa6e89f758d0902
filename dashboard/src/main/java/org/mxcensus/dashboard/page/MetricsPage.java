package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.stats.Metric;

/// `/metrics`: what each metric counts, and what unmeasured means.
///
/// @param pages renders it
public record MetricsPage(Pages pages) {
    public void show(Context context) {
        pages.show(context, "metrics.jte", Map.of("metrics", List.of(Metric.values())));
    }
}
