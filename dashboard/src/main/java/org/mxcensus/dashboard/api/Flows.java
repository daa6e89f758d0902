package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.analyzer.transition.Event;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Standing;
import org.mxcensus.analyzer.transition.Transition;
import org.mxcensus.dashboard.census.Analyses;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.Changes;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.dashboard.query.Subjects;

/// What became of domains from one crawl to another.
///
/// @param census where crawls are compared
/// @param subjects which crawls and TLD are meant
record Flows(Census census, Subjects subjects) {
    static final Parameter<Integer> LIMIT = Parameters.limit(1000);

    /// How many domains went from one standing to another.
    record Flow(String mechanism, String before, String after, String event, long domains) {}

    /// One of the domains behind an event.
    record Named(String domain) {}

    /// Who went from where to where.
    record Moved(String providerBefore, String providerAfter, long domains) {}

    Answer flows(Context context) {
        return subjects.pair(context).map(pair -> flows(context, pair)).orElseGet(() -> alone(context, "transitions"));
    }

    /// Nothing, and why.
    private Answer alone(Context context, String name) {
        return Answer.page(
                context,
                LIMIT,
                Map.of("after", subjects.after(context), "reason", subjects.alone(context)),
                name,
                List.of());
    }

    private Answer flows(Context context, Subjects.Pair pair) {
        Mechanism mechanism = Parameters.MECHANISM.of(context);
        Optional<String> tld = subjects.tld(context);
        Changes changes = census.analyses().changes(pair.before(), pair.after());
        return Answer.page(
                context,
                LIMIT,
                Map.of(
                        "before", pair.before(),
                        "after", pair.after(),
                        "mechanism", mechanism.id(),
                        "title", mechanism.title(),
                        "differing_means", changes.differingMeans()),
                "transitions",
                changes.sums(mechanism, tld).stream().map(Flows::flow).toList());
    }

    Answer domains(Context context) {
        return subjects.pair(context).map(pair -> domains(context, pair)).orElseGet(() -> alone(context, "domains"));
    }

    private Answer domains(Context context, Subjects.Pair pair) {
        Mechanism mechanism = Parameters.MECHANISM.of(context);
        Event event = Parameters.EVENT.of(context);
        Optional<String> tld = subjects.tld(context);
        long total = census.analyses().changes(pair.before(), pair.after()).sums(mechanism, tld).stream()
                .filter(transition -> transition.event() == event)
                .mapToLong(Transition::domains)
                .sum();
        var domains = census
                .analyses()
                .changed(
                        new Analyses.Changed(pair.before(), pair.after(), mechanism, event, tld),
                        Parameters.OFFSET.of(context),
                        LIMIT.of(context))
                .stream()
                .map(Named::new)
                .toList();
        return new Answer(
                Map.of(
                        "before", pair.before(),
                        "after", pair.after(),
                        "mechanism", mechanism.id(),
                        "event", Parameters.id(event),
                        "total", total,
                        "offset", Parameters.OFFSET.of(context),
                        "domains", domains),
                domains);
    }

    Answer moves(Context context) {
        return subjects.pair(context).map(pair -> moves(context, pair)).orElseGet(() -> alone(context, "moves"));
    }

    private Answer moves(Context context, Subjects.Pair pair) {
        return Answer.page(
                context,
                LIMIT,
                Map.of("before", pair.before(), "after", pair.after()),
                "moves",
                census.analyses().moves(pair.before(), pair.after(), subjects.tld(context)).stream()
                        .map(move -> new Moved(move.before(), move.after(), move.domains()))
                        .toList());
    }

    private static Flow flow(Transition transition) {
        return new Flow(
                transition.mechanism().id(),
                id(transition.before()),
                id(transition.after()),
                Parameters.id(transition.event()),
                transition.domains());
    }

    private static String id(Standing standing) {
        return Parameters.id(standing);
    }
}
