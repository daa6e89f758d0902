package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Figure;
import org.mxcensus.analyzer.reconcile.Part;
import org.mxcensus.analyzer.reconcile.Step;
import org.mxcensus.analyzer.reconcile.Waterfall;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.dashboard.query.Subjects;

/// Figures by the definitions of others, and the way from one to another.
///
/// @param census where they are worked out
/// @param subjects which crawl and TLD are meant
record Reconciliations(Census census, Subjects subjects) {
    static final Parameter<Integer> LIMIT = Parameters.limit(100);

    /// The figure by a definition.
    record Defined(
            String definition,
            String title,
            String sentence,
            String source,
            String limits,
            long numerator,
            long denominator,
            long unmeasured,
            long notCounted) {

        static Defined of(Definition definition, Figure figure) {
            return new Defined(
                    definition.id(),
                    definition.title(),
                    definition.sentence(),
                    definition.source(),
                    definition.limits(),
                    figure.numerator(),
                    figure.denominator(),
                    figure.unmeasured(),
                    figure.notCounted());
        }
    }

    /// One rule changed for another: what comes into the parts of the figure, what goes out, and what is left.
    ///
    /// @param subject what the rule is about; `start` for the figure to begin with
    /// @param rule the phrase of the rule that holds from here on
    record Fall(
            String subject,
            String instead,
            String rule,
            long numeratorIn,
            long numeratorOut,
            long denominatorIn,
            long denominatorOut,
            long numerator,
            long denominator,
            long unmeasured,
            long notCounted) {

        static Fall start(Waterfall waterfall) {
            return of("start", "", waterfall.from().title(), 0, 0, 0, 0, waterfall.start());
        }

        static Fall of(Step step) {
            return of(
                    step.to().subject(),
                    step.from().phrase(),
                    step.to().phrase(),
                    step.in(Part.NUMERATOR),
                    step.out(Part.NUMERATOR),
                    step.in(Part.DENOMINATOR),
                    step.out(Part.DENOMINATOR),
                    step.after());
        }

        private static Fall of(
                String subject,
                String instead,
                String rule,
                long numeratorIn,
                long numeratorOut,
                long denominatorIn,
                long denominatorOut,
                Figure after) {
            return new Fall(
                    subject,
                    instead,
                    rule,
                    numeratorIn,
                    numeratorOut,
                    denominatorIn,
                    denominatorOut,
                    after.numerator(),
                    after.denominator(),
                    after.unmeasured(),
                    after.notCounted());
        }
    }

    Answer definitions(Context context) {
        LocalDate crawl = subjects.crawl(context);
        Map<Definition, Figure> figures =
                census.analyses().definitions(crawl, subjects.tld(context)).domains();
        return Answer.page(
                context,
                LIMIT,
                Map.of("crawl", crawl),
                "definitions",
                Stream.of(Definition.values())
                        .map(definition -> Defined.of(definition, figures.getOrDefault(definition, NOTHING)))
                        .toList());
    }

    Answer waterfall(Context context) {
        LocalDate crawl = subjects.crawl(context);
        Waterfall waterfall = census.analyses()
                .waterfall(crawl, subjects.tld(context), Parameters.FROM.of(context), Parameters.TO.of(context));
        List<Fall> steps = Stream.concat(
                        Stream.of(Fall.start(waterfall)),
                        waterfall.steps().stream().map(Fall::of))
                .toList();
        return Answer.page(
                context,
                LIMIT,
                Map.of(
                        "crawl", crawl,
                        "from", waterfall.from().id(),
                        "to", waterfall.to().id(),
                        "from_title", waterfall.from().title(),
                        "to_title", waterfall.to().title()),
                "steps",
                steps);
    }

    private static final Figure NOTHING = new Figure(0, 0, 0, 0);
}
