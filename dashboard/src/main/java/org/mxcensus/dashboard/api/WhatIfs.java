package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.Step;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.Prospects;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.dashboard.query.Subjects;

/// What would be if somebody did something.
///
/// @param census where it is worked out
/// @param subjects which crawl and TLD are meant
record WhatIfs(Census census, Subjects subjects) {
    static final Parameter<Integer> LIMIT = Parameters.limit(1000);

    /// The domains of somebody's customers, if it did something.
    ///
    /// @param already of them are there today
    /// @param gained how many more would be
    record Gain(
            String partyKind,
            String party,
            String lever,
            long already,
            long gained,
            long numerator,
            long denominator,
            long unmeasured,
            long notApplicable) {

        static Gain of(Prospects.Gain gain) {
            Tally after = gain.after();
            return new Gain(
                    Parameters.id(gain.party().kind()),
                    gain.party().name(),
                    gain.lever().id(),
                    gain.already(),
                    gain.gained(),
                    after.numerator(),
                    after.denominator(),
                    after.unmeasured(),
                    after.notApplicable());
        }
    }

    /// What can be done.
    record Deed(String id, String title, String sentence) {
        static Deed of(Lever lever) {
            return new Deed(lever.id(), lever.title(), lever.sentence());
        }
    }

    /// All domains, if somebody and all before it did it.
    record Point(
            long place,
            String partyKind,
            String party,
            long numerator,
            long denominator,
            long unmeasured,
            long notApplicable) {

        static Point of(Step step) {
            return new Point(
                    step.place(),
                    Parameters.id(step.party().kind()),
                    step.party().name(),
                    step.tally().numerator(),
                    step.tally().denominator(),
                    step.tally().unmeasured(),
                    step.tally().notApplicable());
        }
    }

    Answer gains(Context context) {
        return answer(context, "gains", prospects -> prospects.gains().stream().map(Gain::of));
    }

    Answer curve(Context context) {
        return answer(context, "curve", prospects -> prospects.curve().stream().map(Point::of));
    }

    private Answer answer(Context context, String name, Function<Prospects, Stream<? extends Record>> rows) {
        LocalDate crawl = subjects.crawl(context);
        Lever lever = Parameters.LEVER.of(context);
        Prospects prospects = census.analyses().prospects(crawl, subjects.tld(context), lever);
        return Answer.page(
                context,
                LIMIT,
                Map.of(
                        "crawl", crawl,
                        "lever", lever.id(),
                        "levers", Lever.of(lever.who()).stream().map(Deed::of).toList(),
                        "goal", lever.goal().clause(),
                        "today", prospects.today()),
                name,
                rows.apply(prospects).toList());
    }
}
