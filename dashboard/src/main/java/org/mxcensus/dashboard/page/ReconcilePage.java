package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Figure;
import org.mxcensus.analyzer.reconcile.Part;
import org.mxcensus.analyzer.reconcile.Step;
import org.mxcensus.analyzer.reconcile.Waterfall;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.dashboard.query.Subjects;

/// `/reconcile`: why others publish another figure, a rule at a time.
///
/// @param census where that is worked out
/// @param subjects which crawl and TLD are meant
public record ReconcilePage(Census census, Subjects subjects) {

    /// What a request shows.
    public Topic topic(Context context) {
        LocalDate crawl = subjects.crawl(context);
        Optional<String> tld = subjects.tld(context);
        Definition from = Parameters.FROM.of(context);
        Definition to = Parameters.TO.of(context);
        Waterfall waterfall = census.analyses().waterfall(crawl, tld, from, to);
        return new Topic(
                Texts.of("reconcile.title"),
                Texts.of(
                        "reconcile.lead",
                        crawl,
                        Words.title(from),
                        share(waterfall.start()),
                        Words.title(to),
                        share(waterfall.end())),
                waterfall.steps().isEmpty() ? List.of(Texts.of("reconcile.same")) : List.of(),
                List.of(
                        Controls.crawl(context, subjects),
                        Controls.tld(context),
                        Control.choice(context, Parameters.FROM, Texts.of("control.from"), Words::definition),
                        Control.choice(context, Parameters.TO, Texts.of("control.to"), Words::definition)),
                List.of(figure(context, crawl, tld, waterfall)),
                List.of(definitions(census.analyses().definitions(crawl, tld).domains())));
    }

    private static Chart figure(Context context, LocalDate crawl, Optional<String> tld, Waterfall waterfall) {
        Address address = Address.of("/reconcile")
                .with("crawl", crawl)
                .with("tld", tld.orElse(""))
                .with("from", waterfall.from().id())
                .with("to", waterfall.to().id());
        return new Chart(
                "waterfall",
                Texts.of("reconcile.figure", Words.title(waterfall.from()), Words.title(waterfall.to())),
                Texts.of("reconcile.subtitle"),
                address.at("/api/v1/reconcile").toString(),
                address.at("/api/v1/reconcile.csv").toString(),
                new Sheet(
                        Texts.of("reconcile.table"),
                        Stream.concat(
                                        Stream.of(
                                                Sheet.text(Texts.of("reconcile.rule")),
                                                Sheet.number(Texts.of("reconcile.in")),
                                                Sheet.number(Texts.of("reconcile.out"))),
                                        Charts.columns(Texts.of("column.left")))
                                .toList(),
                        Stream.concat(
                                        Stream.of(row(Words.title(waterfall.from()), "", 0, 0, waterfall.start())),
                                        waterfall.steps().stream().map(ReconcilePage::row))
                                .toList(),
                        ""),
                address,
                address.asked(context),
                Stream.of(waterfall.from(), waterfall.to())
                        .distinct()
                        .map(one -> new Chart.Note(Words.title(one), Words.sentence(one) + " " + Words.limits(one)))
                        .toList(),
                List.of(),
                waterfall.recipe().sql());
    }

    private static List<Cell> row(Step step) {
        return row(
                Words.phrase(step.to()),
                Texts.of("reconcile.instead", Words.phrase(step.from())),
                step.in(Part.NUMERATOR),
                step.out(Part.NUMERATOR),
                step.after());
    }

    private static List<Cell> row(String rule, String instead, long in, long out, Figure left) {
        return Stream.concat(
                        Stream.of(Cell.of(rule, instead), Cell.of(in), Cell.of(out)),
                        Charts.cells(left.numerator(), left.denominator(), left.unmeasured()))
                .toList();
    }

    private static Sheet definitions(Map<Definition, Figure> figures) {
        return new Sheet(
                Texts.of("reconcile.definitions"),
                Stream.concat(
                                Stream.of(Sheet.text(Texts.of("reconcile.definition"))),
                                Charts.columns(Texts.of("column.figure")))
                        .toList(),
                Stream.of(Definition.values())
                        .flatMap(definition -> Optional.ofNullable(figures.get(definition)).stream()
                                .map(figure -> Stream.concat(
                                                Stream.of(Cell.of(Words.title(definition), Words.sentence(definition))),
                                                Charts.cells(
                                                        figure.numerator(), figure.denominator(), figure.unmeasured()))
                                        .toList()))
                        .toList(),
                "");
    }

    private static String share(Figure figure) {
        return Numbers.percent(figure.numerator(), figure.denominator());
    }
}
