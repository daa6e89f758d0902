package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameters;

/// `/tld/{tld}` and `/provider/{provider}`: all metrics of a group over all crawls, and what it consists of.
///
/// @param census what is shown
/// @param charts makes its charts
/// @param pages renders it
public record GroupPage(Census census, Charts charts, Pages pages) {
    private static final int ROWS = 50;

    private static final List<Metric> TLS =
            List.of(Metric.STARTTLS, Metric.TLS13, Metric.CERTIFICATE_TRUSTED, Metric.CERTIFICATE_NAME);
    private static final List<Metric> EFFECT =
            List.of(Metric.DANE_DEPLOYED, Metric.DANE, Metric.MTA_STS, Metric.MTA_STS_ENFORCE, Metric.AUTHENTICATED);

    /// `/tld/{tld}`
    public void tld(Context context) {
        String tld = Parameters.normal(context.pathParam("tld"));
        Trends trends = census.statistics();
        Weighting weighting = Parameters.WEIGHTING.of(context);
        League providers = Leagues.providersOf(tld, trends.providersOfTld(tld, weighting, ROWS), weighting);
        show(context, trends, new Scope.Tld(tld), weighting, "." + tld, providers, List.of(), more(tld));
    }

    /// `/provider/{provider}`
    public void provider(Context context) {
        String provider = Parameters.normal(context.pathParam("provider"));
        Trends trends = census.statistics();
        Weighting weighting = Parameters.WEIGHTING.of(context);
        League tlds = Leagues.customers(trends.tldsOfProvider(provider, weighting, ROWS), weighting);
        List<Article.Section> sections = trends.newestCrawl()
                .map(crawl -> new ProviderOutlook(census.analyses(), context).sections(crawl, provider))
                .orElse(List.of());
        show(context, trends, new Scope.Provider(provider), weighting, provider, tlds, sections, List.of());
    }

    /// What other pages say of a top-level domain.
    private static List<Choice> more(String tld) {
        return Stream.of("providers", "problems", "what-if", "transitions", "reconcile")
                .map(page -> new Choice(
                        Texts.of("layout." + page),
                        Address.of("/" + page).with("tld", tld).toString(),
                        false))
                .toList();
    }

    private void show(
            Context context,
            Trends trends,
            Scope scope,
            Weighting weighting,
            String title,
            League league,
            List<Article.Section> sections,
            List<Choice> more) {
        ScopeRow row = trends.newest(scope, weighting)
                .orElseThrow(() -> new NotFoundResponse(
                        Texts.of("group.absent." + scope.kind(), scope.key(), Scope.SMALLEST_PROVIDER)));
        List<AdoptionPoint> points = trends.points(scope, weighting);
        List<Chart> drawn = Stream.of(
                        figure(Texts.of("group.mechanisms"), Headlines.MECHANISMS, scope, weighting, points),
                        figure(Texts.of("group.tls"), TLS, scope, weighting, points),
                        figure(Texts.of("group.effect"), EFFECT, scope, weighting, points))
                .flatMap(Optional::stream)
                .toList();
        pages.show(
                context,
                "group.jte",
                Map.of(
                        "title",
                        title,
                        "lead",
                        lead(row, weighting),
                        "weightings",
                        choices(trends, scope, weighting),
                        "headlines",
                        Headlines.of(row, Headlines.MECHANISMS, points),
                        "charts",
                        drawn,
                        "league",
                        league,
                        "sections",
                        sections,
                        "more",
                        more));
    }

    private Optional<Chart> figure(
            String title, List<Metric> metrics, Scope scope, Weighting weighting, List<AdoptionPoint> points) {
        List<Metric> had = Headlines.having(weighting, metrics);
        return had.isEmpty() ? Optional.empty() : Optional.of(charts.trend(title, scope, weighting, had, points));
    }

    private static String lead(ScopeRow row, Weighting weighting) {
        if (weighting == Weighting.RANK) {
            return Texts.of("group.ranked", row.crawl());
        }
        String size = Texts.of("group.size." + weighting.id(), Numbers.count(row.frame()), row.crawl());
        return Optional.ofNullable(row.now().get(Metric.MAIL))
                .map(Tally::of)
                .map(mail -> size + " "
                        + Texts.of("group.mail", Numbers.count(mail.numerator()), Numbers.count(mail.unmeasured())))
                .orElse(size);
    }

    private static List<Choice> choices(Trends trends, Scope scope, Weighting shown) {
        return Stream.of(Weighting.values())
                .filter(weighting -> trends.newest(scope, weighting).isPresent())
                .map(weighting -> new Choice(
                        Texts.of("group.by." + weighting.id()),
                        page(scope) + "?weighting=" + weighting.id(),
                        weighting == shown))
                .toList();
    }

    private static String page(Scope scope) {
        return switch (scope) {
            case Scope.Tld(String tld) -> Addresses.tld(tld);
            case Scope.Provider(String provider) -> Addresses.provider(provider);
            case Scope.All _,
                    Scope.Source _,
                    Scope.TldProvider _,
                    Scope.ProviderGroup _,
                    Scope.DnsOperator _,
                    Scope.Issuer _ -> "/";
        };
    }
}
