package org.mxcensus.dashboard.page;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Figures;
import org.mxcensus.dashboard.query.Parameters;

/// `/chart`: the trend of any metrics of any group, between any days.
///
/// @param census where the figures are
/// @param charts makes the chart
public record ChartPage(Census census, Charts charts) {
    /// Nobody reads more lines than these, and of hundreds of crawls their table is long enough.
    private static final int METRICS = 12;

    /// What a request shows.
    public Topic topic(Context context) {
        Scope scope = Parameters.scope(context);
        Weighting weighting = Parameters.WEIGHTING.of(context);
        List<Metric> asked = Parameters.METRIC.of(context).isEmpty()
                ? Headlines.having(weighting, Headlines.MECHANISMS)
                : Figures.metrics(context, weighting);
        if (asked.size() > METRICS) {
            throw new BadRequestResponse(Texts.of("chart.crowded", METRICS));
        }
        Figures figures = new Figures(census);
        List<AdoptionPoint> points = figures.points(context, scope, weighting);
        if (points.isEmpty()) {
            throw new NotFoundResponse(Texts.of("chart.absent", Texts.of("chart.title." + scope.kind(), scope.key())));
        }
        String title = Texts.of("chart.title." + scope.kind(), scope.key());
        return new Topic(
                title,
                Texts.of("chart.lead"),
                notices(context, points),
                controls(context, asked),
                List.of(charts.trend(
                        Texts.of("chart.figure", title),
                        scope,
                        weighting,
                        asked,
                        points,
                        Address.of("/chart")
                                .with("since", Parameters.SINCE.text(context))
                                .with("until", Parameters.UNTIL.text(context))
                                .with("panel", Figures.constant(context) ? Figures.PANEL.text(context) : ""),
                        figures.sql(context, scope, weighting, asked))),
                List.of());
    }

    private static List<String> notices(Context context, List<AdoptionPoint> points) {
        return Figures.constant(context)
                ? List.of(Texts.of(
                        "chart.panel",
                        points.stream().map(AdoptionPoint::crawl).distinct().count(),
                        Numbers.count(points.getLast().frame())))
                : List.of();
    }

    private static List<Control> controls(Context context, List<Metric> shown) {
        return List.of(
                Control.choice(
                        context,
                        Parameters.SCOPE,
                        Texts.of("control.scope"),
                        scope -> Texts.of("control.scope." + scope)),
                Control.text(context, Parameters.KEY, Texts.of("control.key")),
                Controls.weighting(context),
                Control.choice(
                        context, Figures.PANEL, Texts.of("control.panel"), panel -> Texts.of("control.panel." + panel)),
                Control.text(context, Parameters.SINCE, Texts.of("control.since")),
                Control.text(context, Parameters.UNTIL, Texts.of("control.until")),
                Control.several(
                        context,
                        Parameters.METRIC.otherwise(
                                shown.stream().map(Metric::id).collect(Collectors.joining(","))),
                        Texts.of("control.metric"),
                        Stream.of(Metric.values()).map(Metric::id).toList(),
                        Words::metric));
    }
}
