package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.event.DatedEvent;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.stats.CrawlSummary;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.dashboard.api.Endpoint;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.datasets.store.Manifest;

/// Pages to read: `/methodology`, `/downloads`, `/about-scanner`.
///
/// @param census which crawls there are
/// @param endpoints what can be had as tables
/// @param pages renders them
public record Articles(Census census, List<Endpoint> endpoints, Pages pages) {

    public void methodology(Context context) {
        show(
                context,
                new Article(
                        Texts.of("methodology.title"),
                        Texts.of("methodology.lead"),
                        List.of(
                                section("methodology.frame"),
                                section("methodology.observe"),
                                section("methodology.three"),
                                section("methodology.change"),
                                Article.Section.of(
                                        Texts.of("methodology.definitions"),
                                        Texts.of("methodology.definitions.text"),
                                        definitions()),
                                Article.Section.of(Texts.of("methodology.events"), "", events()),
                                Article.Section.of(Texts.of("methodology.metrics"), "", metrics()))));
    }

    public void downloads(Context context) {
        show(
                context,
                new Article(
                        Texts.of("downloads.title"),
                        Texts.of("downloads.lead"),
                        List.of(
                                Article.Section.of(Texts.of("downloads.table"), "", tables()),
                                Article.Section.of(Texts.of("downloads.crawls"), Texts.of("downloads.cite"), crawls()),
                                new Article.Section(
                                        "",
                                        Texts.of("downloads.release"),
                                        List.of(),
                                        "mxcensus export --tier full --data DIR --out RELEASE"),
                                Article.Section.of("", Texts.of("downloads.again")))));
    }

    public void scanner(Context context) {
        String vantages = summaries().stream()
                .map(crawl -> crawl.versions().get("vantage"))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        show(
                context,
                new Article(
                        Texts.of("scanner.title"),
                        Texts.of("scanner.lead"),
                        Stream.concat(
                                        Stream.of(
                                                section("scanner.does"),
                                                section("scanner.often"),
                                                section("scanner.who"),
                                                section("scanner.out")),
                                        vantages.isEmpty()
                                                ? Stream.of()
                                                : Stream.of(Article.Section.of(Texts.of("scanner.vantage"), vantages)))
                                .toList()));
    }

    private void show(Context context, Article article) {
        pages.show(context, "article.jte", Map.of("article", article));
    }

    private static Article.Section section(String key) {
        return Article.Section.of(Texts.of(key), Texts.of(key + ".text"));
    }

    private List<CrawlSummary> summaries() {
        return census.trends().map(Trends::crawls).orElse(List.of());
    }

    private static Sheet metrics() {
        return new Sheet(
                Texts.of("methodology.metrics"),
                List.of(
                        Sheet.text(Texts.of("methodology.metric")),
                        Sheet.text(Texts.of("methodology.counted")),
                        Sheet.text(Texts.of("methodology.standard"))),
                Stream.of(Metric.values())
                        .map(metric -> List.of(
                                Cell.link(Words.title(metric), "/metrics#" + metric.id()),
                                Cell.of(Words.sentence(metric)),
                                Cell.of(metric.standard())))
                        .toList(),
                "");
    }

    private static Sheet definitions() {
        return new Sheet(
                Texts.of("methodology.definitions"),
                List.of(
                        Sheet.text(Texts.of("reconcile.definition")),
                        Sheet.text(Texts.of("methodology.limits")),
                        Sheet.text(Texts.of("methodology.source"))),
                Stream.of(Definition.values())
                        .map(definition -> List.of(
                                Cell.of(Words.title(definition), Words.sentence(definition)),
                                Cell.of(Words.limits(definition)),
                                Cell.of(definition.source())))
                        .toList(),
                "");
    }

    private Sheet events() {
        return new Sheet(
                Texts.of("methodology.events"),
                List.of(
                        Sheet.text(Texts.of("methodology.when")),
                        Sheet.text(Texts.of("methodology.what")),
                        Sheet.text(Texts.of("methodology.whose")),
                        Sheet.text(Texts.of("methodology.source"))),
                census.analyses().events().reversed().stream()
                        .map(event -> List.of(
                                Cell.of(event.date()),
                                Cell.of(event.what()),
                                Cell.of(whose(event.kind())),
                                Cell.of(event.source())))
                        .toList(),
                "");
    }

    private static String whose(DatedEvent.Kind kind) {
        return switch (kind) {
            case WORLD -> Texts.of("methodology.world");
            case METHOD -> Texts.of("methodology.method");
        };
    }

    private Sheet tables() {
        return new Sheet(
                Texts.of("downloads.table"),
                List.of(Sheet.text("CSV"), Sheet.text("JSON"), Sheet.text(Texts.of("downloads.what"))),
                endpoints.stream()
                        .filter(endpoint -> endpoint.csvPath().isPresent())
                        .filter(endpoint -> !endpoint.path().endsWith("/search"))
                        .map(endpoint -> List.of(
                                Cell.link(
                                        name(endpoint) + ".csv",
                                        endpoint.csvPath().orElseThrow()),
                                Cell.link("JSON", endpoint.path()),
                                Cell.of(endpoint.summary())))
                        .toList(),
                "");
    }

    private static String name(Endpoint endpoint) {
        return endpoint.path().substring("/api/v1/".length()).replace('/', '-');
    }

    private Sheet crawls() {
        return new Sheet(
                Texts.of("downloads.crawls"),
                List.of(
                        Sheet.text(Texts.of("column.crawl")),
                        Sheet.text(Texts.of("downloads.program")),
                        Sheet.text(Texts.of("downloads.sources"))),
                summaries().reversed().stream()
                        .map(crawl -> List.of(
                                Cell.of(crawl.crawl()),
                                Cell.of("%s %s (%s)"
                                        .formatted(
                                                crawl.program().name(),
                                                crawl.program().version(),
                                                crawl.program().commit())),
                                Cell.of(crawl.sources().stream()
                                        .map(Articles::source)
                                        .collect(Collectors.joining("; ")))))
                        .toList(),
                census.absence().sentence());
    }

    private static String source(Manifest.Source source) {
        return "%s (%s, SHA-256 %s)".formatted(source.name(), source.input(), source.sha256());
    }
}
