package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.analyzer.concentration.Concentration;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.analyzer.transition.Move;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Subjects;

/// `/providers`: with whom the mail lies, and with how few.
///
/// @param census where that is worked out
/// @param subjects which crawl and TLD are meant
public record ProvidersPage(Census census, Subjects subjects) {
    private static final int ROWS = 100;
    private static final int MOVERS = 20;

    /// What a request shows.
    public Topic topic(Context context) {
        LocalDate crawl = subjects.crawl(context);
        Optional<String> tld = subjects.tld(context);
        Concentration all = census.analyses().concentration(crawl, tld);
        return new Topic(
                Texts.of("providers.title"),
                Texts.of(
                        "providers.lead",
                        Numbers.count(all.domains()),
                        Numbers.count(all.half()),
                        Numbers.count(all.providers()),
                        Numbers.count(all.unmeasured())),
                List.of(),
                List.of(Controls.crawl(context, subjects), Controls.tld(context)),
                List.of(chart(context, crawl, tld, all)),
                Stream.of(league(crawl, tld), movers(context, crawl, tld))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /// Figures of groups are those of the newest crawl.
    private Optional<Sheet> league(LocalDate crawl, Optional<String> tld) {
        Trends trends = census.statistics();
        if (!Optional.of(crawl).equals(trends.newestCrawl())) {
            return Optional.empty();
        }
        Weighting weighting = Weighting.DOMAINS;
        League league = tld.map(
                        name -> Leagues.providersOf(name, trends.providersOfTld(name, weighting, ROWS), weighting))
                .orElseGet(() -> Leagues.providers(trends.providers(weighting, ROWS), weighting));
        return Optional.of(Leagues.sheet(league, Texts.of("providers.league")));
    }

    private Optional<Sheet> movers(Context context, LocalDate crawl, Optional<String> tld) {
        return subjects.before(crawl).map(before -> movers(context, before, crawl, tld));
    }

    private Sheet movers(Context context, LocalDate before, LocalDate crawl, Optional<String> tld) {
        if (!census.analyses().hasRows(before)) {
            return movers(before, List.of(), Texts.of("providers.no-rows", before));
        }
        return census.analyses()
                .knownMoves(before, crawl, tld)
                .map(moves -> movers(before, moves, Texts.of("transitions.no-moves")))
                .orElseGet(() -> movers(before, List.of(), Unfinished.of(context)));
    }

    /// @param none why there are none, where there are none
    private static Sheet movers(LocalDate before, List<Move> moves, String none) {
        return new Sheet(
                Texts.of("providers.movers", before),
                List.of(
                        Sheet.text(Texts.of("column.provider")),
                        Sheet.number(Texts.of("providers.came")),
                        Sheet.number(Texts.of("providers.went"))),
                Movers.of(moves).stream()
                        .limit(MOVERS)
                        .map(mover -> List.of(
                                Cell.link(mover.provider(), Addresses.provider(mover.provider())),
                                Cell.of(mover.came()),
                                Cell.of(mover.went())))
                        .toList(),
                none);
    }

    private static Chart chart(Context context, LocalDate crawl, Optional<String> tld, Concentration all) {
        Address address = Address.of("/providers").with("crawl", crawl).with("tld", tld.orElse(""));
        String gini = all.gini().stream()
                .mapToObj(value -> Numbers.decimal(value, 2))
                .findFirst()
                .orElse("–");
        return new Chart(
                "concentration",
                Texts.of("providers.figure"),
                Texts.of("providers.subtitle", gini),
                address.at("/api/v1/concentration").toString(),
                address.at("/api/v1/concentration.csv").toString(),
                sheet(all),
                address,
                address.asked(context),
                List.of(),
                List.of(),
                all.recipe().sql());
    }

    private static Sheet sheet(Concentration all) {
        return new Sheet(
                Texts.of("providers.title"),
                Stream.concat(
                                Stream.of(
                                        Sheet.text(Texts.of("column.provider")),
                                        Sheet.number(Texts.of("column.place")),
                                        Sheet.number(Texts.of("providers.holds"))),
                                Charts.columns(Texts.of("column.together")))
                        .toList(),
                all.holders().stream()
                        .map(holder -> Stream.concat(
                                        Stream.of(
                                                Cell.link(holder.provider(), Addresses.provider(holder.provider())),
                                                Cell.of(holder.place()),
                                                Cell.of(holder.domains())),
                                        Charts.cells(holder.cumulated(), all.domains(), all.unmeasured()))
                                .toList())
                        .toList(),
                Texts.of("providers.empty"));
    }
}
