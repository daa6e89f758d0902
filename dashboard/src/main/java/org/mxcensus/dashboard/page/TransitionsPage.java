package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.transition.Event;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Transition;
import org.mxcensus.dashboard.census.Analyses;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.Changes;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.dashboard.query.Subjects;

/// `/transitions`: what became of domains from one crawl to another.
///
/// @param census where crawls are compared
/// @param subjects which crawls and TLD are meant
/// @param tier whether outsiders see names of domains
public record TransitionsPage(Census census, Subjects subjects, Tier tier) {
    private static final int NAMES = 50;
    private static final int MOVES = 30;

    /// What a request shows.
    public Topic topic(Context context) {
        return subjects.pair(context)
                .map(pair -> topic(context, pair))
                .orElseGet(() -> new Topic(
                        Texts.of("transitions.title"),
                        subjects.alone(context),
                        List.of(),
                        controls(context),
                        List.of(),
                        List.of()));
    }

    private Topic topic(Context context, Subjects.Pair pair) {
        Optional<String> tld = subjects.tld(context);
        Mechanism mechanism = Parameters.MECHANISM.of(context);
        Event event = Parameters.EVENT.of(context);
        Changes changes = census.analyses().changes(pair.before(), pair.after());
        List<Transition> flows = changes.sums(mechanism, tld);
        return new Topic(
                Texts.of("transitions.title"),
                lead(pair, mechanism, flows),
                changes.differingMeans().isEmpty()
                        ? List.of()
                        : List.of(Texts.of("transitions.caution", String.join(", ", changes.differingMeans()))),
                controls(context),
                List.of(figure(
                        context,
                        pair,
                        tld,
                        mechanism,
                        flows,
                        changes.recipe(mechanism, tld).sql())),
                namesDomains()
                        ? List.of(names(pair, tld, mechanism, event, flows), moves(pair, tld))
                        : List.of(moves(pair, tld)));
    }

    private boolean namesDomains() {
        return tier.allows(Tier.DOMAINS);
    }

    private List<Control> controls(Context context) {
        Stream<Control> always = Stream.of(
                Controls.date(
                        context, subjects, Parameters.BEFORE, Texts.of("control.before"), Texts.of("control.previous")),
                Controls.date(
                        context, subjects, Parameters.AFTER, Texts.of("control.after"), Texts.of("control.newest")),
                Controls.tld(context),
                Control.choice(context, Parameters.MECHANISM, Texts.of("control.mechanism"), Words::mechanism));
        Stream<Control> ofDomains = namesDomains()
                ? Stream.of(Control.choice(context, Parameters.EVENT, Texts.of("control.event"), Words::plain))
                : Stream.of();
        return Stream.concat(always, ofDomains).toList();
    }

    private static String lead(Subjects.Pair pair, Mechanism mechanism, List<Transition> flows) {
        return Texts.of(
                "transitions.lead",
                pair.before(),
                pair.after(),
                Words.title(mechanism),
                Numbers.count(count(flows, Event.ADOPTED)),
                Numbers.count(count(flows, Event.DROPPED)),
                Numbers.count(count(flows, Event.BROKE)),
                Numbers.count(count(flows, Event.REPAIRED)),
                Numbers.count(count(flows, Event.UNMEASURED)));
    }

    private static Chart figure(
            Context context,
            Subjects.Pair pair,
            Optional<String> tld,
            Mechanism mechanism,
            List<Transition> flows,
            String sql) {
        Address address = Address.of("/transitions")
                .with("before", pair.before())
                .with("after", pair.after())
                .with("mechanism", mechanism.id())
                .with("tld", tld.orElse(""));
        return new Chart(
                "flow",
                Texts.of("transitions.figure", Words.title(mechanism), pair.before(), pair.after()),
                Texts.of("transitions.subtitle"),
                address.at("/api/v1/transitions").toString(),
                address.at("/api/v1/transitions.csv").toString(),
                new Sheet(
                        Texts.of("transitions.table"),
                        List.of(
                                Sheet.text(Texts.of("transitions.before", pair.before())),
                                Sheet.text(Texts.of("transitions.after", pair.after())),
                                Sheet.text(Texts.of("transitions.event")),
                                Sheet.number(Texts.of("column.domains"))),
                        flows.stream()
                                .map(flow -> List.of(
                                        Cell.of(word(flow.before())),
                                        Cell.of(word(flow.after())),
                                        Cell.of(word(flow.event())),
                                        Cell.of(flow.domains())))
                                .toList(),
                        Texts.of("transitions.empty")),
                address,
                address.asked(context),
                List.of(),
                List.of(),
                sql);
    }

    private Sheet names(
            Subjects.Pair pair, Optional<String> tld, Mechanism mechanism, Event event, List<Transition> flows) {
        List<String> domains = census.analyses()
                .changed(new Analyses.Changed(pair.before(), pair.after(), mechanism, event, tld), 0, NAMES);
        return new Sheet(
                Texts.of("transitions.names", word(event), domains.size(), Numbers.count(count(flows, event))),
                List.of(Sheet.text(Texts.of("column.domain"))),
                domains.stream()
                        .map(domain -> List.of(Cell.link(domain, Addresses.domain(domain))))
                        .toList(),
                Texts.of("transitions.no-names", word(event)));
    }

    private Sheet moves(Subjects.Pair pair, Optional<String> tld) {
        return new Sheet(
                Texts.of("transitions.moves"),
                List.of(
                        Sheet.text(Texts.of("transitions.from")),
                        Sheet.text(Texts.of("transitions.to")),
                        Sheet.number(Texts.of("column.domains"))),
                census.analyses().moves(pair.before(), pair.after(), tld).stream()
                        .limit(MOVES)
                        .map(move -> List.of(
                                Cell.link(move.before(), Addresses.provider(move.before())),
                                Cell.link(move.after(), Addresses.provider(move.after())),
                                Cell.of(move.domains())))
                        .toList(),
                Texts.of("transitions.no-moves"));
    }

    private static long count(List<Transition> flows, Event event) {
        return flows.stream()
                .filter(flow -> flow.event() == event)
                .mapToLong(Transition::domains)
                .sum();
    }

    private static String word(Enum<?> constant) {
        return Words.plain(Parameters.id(constant));
    }
}
