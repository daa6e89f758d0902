package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mxcensus.analyzer.evidence.DomainEvidence;
import org.mxcensus.analyzer.evidence.DomainHistory;
import org.mxcensus.analyzer.evidence.HostEvidence;
import org.mxcensus.analyzer.evidence.HostUsers;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.CrawlSummary;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameters;

/// The handlers of `/api/v1`.
public final class Api {
    private static final int GROUPS = 1000;
    private static final int HITS = 20;
    private static final int USERS = 100;

    private final Census census;

    public Api(Census census) {
        this.census = census;
    }

    /// A group in the newest crawl, with the crawl before beside it.
    public record Group(String scope, String key, long frame, List<Adoption.Point> now, List<Adoption.Point> before) {

        static Group of(ScopeRow row, Samples samples) {
            return new Group(
                    row.scope().kind(),
                    row.scope().key(),
                    row.frame(),
                    points(row.now(), samples),
                    points(row.before(), samples));
        }

        private static List<Adoption.Point> points(Map<Metric, AdoptionPoint> byMetric, Samples samples) {
            return byMetric.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> Adoption.Point.of(entry.getValue(), samples))
                    .toList();
        }
    }

    /// A domain in its newest crawl, and its verdicts in all.
    public record DomainDocument(DomainEvidence newest, List<DomainHistory> history) {}

    /// A host in its newest crawl, and who uses it.
    public record HostDocument(HostEvidence newest, HostUsers users) {}

    /// The crawls that have statistics, oldest first; an empty list while there is none.
    public void crawls(Context context) {
        List<CrawlSummary> crawls = census.trends().map(Trends::crawls).orElse(List.of());
        Json.answer(context, Map.of("crawls", crawls));
    }

    public void metrics(Context context) {
        Json.answer(
                context,
                Map.of("metrics", Stream.of(Metric.values()).map(MetricNote::of).toList()));
    }

    public void adoption(Context context) {
        Json.answer(context, Adoption.read(census, context));
    }

    public void adoptionCsv(Context context) {
        context.result(Adoption.read(census, context).csv()).contentType("text/csv; charset=utf-8");
    }

    public void tlds(Context context) {
        groups(context, trends -> trends.tlds(Parameters.weighting(context), Parameters.limit(context, GROUPS)));
    }

    public void providers(Context context) {
        groups(context, trends -> trends.providers(Parameters.weighting(context), Parameters.limit(context, GROUPS)));
    }

    public void domain(Context context) {
        String name = Parameters.normal(context.pathParam("name"));
        DomainEvidence newest = census.evidence()
                .domain(name)
                .orElseThrow(() -> new NotFoundResponse("No crawl has a domain %s in its frame.".formatted(name)));
        Json.answer(context, new DomainDocument(newest, census.evidence().history(name)));
    }

    public void host(Context context) {
        String name = Parameters.normal(context.pathParam("name"));
        HostEvidence newest = census.evidence()
                .host(name)
                .orElseThrow(() -> new NotFoundResponse("No crawl has probed an MX host %s.".formatted(name)));
        Json.answer(context, new HostDocument(newest, census.evidence().usersOf(name, USERS)));
    }

    public void search(Context context) {
        String text = Parameters.query(context);
        Json.answer(context, Map.of("hits", census.evidence().search(text, Parameters.limit(context, HITS))));
    }

    private void groups(Context context, Function<Trends, List<ScopeRow>> read) {
        Trends trends = census.statistics();
        Samples samples = Samples.of(trends, Parameters.weighting(context));
        Json.answer(
                context,
                Map.of(
                        "groups",
                        read.apply(trends).stream()
                                .map(row -> Group.of(row, samples))
                                .toList()));
    }
}
