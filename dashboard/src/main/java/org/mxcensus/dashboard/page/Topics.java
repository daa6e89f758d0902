package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mxcensus.dashboard.publish.Reveals;

/// Shows topics: as pages, and each of their charts alone for other pages to embed.
///
/// @param routes where they are found
/// @param pages renders them
public record Topics(JavalinDefaultRoutingApi routes, Pages pages) {

    /// Adds a page and what of it can be embedded.
    ///
    /// @param reveals from which tier on it is there for outsiders
    public void add(String path, Function<Context, Topic> topic, Reveals reveals) {
        routes.get(path, context -> pages.show(context, "topic.jte", Map.of("topic", topic.apply(context))), reveals);
        routes.get(
                "/embed" + path,
                context -> pages.show(context, "embed.jte", Map.of("chart", figure(context, topic.apply(context)))),
                reveals);
    }

    /// The chart that a request names by its kind; the first where it names none.
    private static Chart figure(Context context, Topic topic) {
        String kind = Optional.ofNullable(context.queryParam(Chart.FIGURE)).orElse("");
        return topic.charts().stream()
                .filter(chart -> kind.isEmpty() || chart.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse(Texts.of("embed.absent")));
    }
}
