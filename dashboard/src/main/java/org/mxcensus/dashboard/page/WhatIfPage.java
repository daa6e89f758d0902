package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.Party;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.Prospects;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.dashboard.query.Subjects;

/// `/what-if`: how many more domains would be protected if somebody did something, or several did.
///
/// @param census where that is worked out
/// @param subjects which crawl and TLD are meant
public record WhatIfPage(Census census, Subjects subjects) {

    /// What a request shows.
    public Topic topic(Context context) {
        LocalDate crawl = subjects.crawl(context);
        Optional<String> tld = subjects.tld(context);
        Lever lever = Parameters.LEVER.of(context);
        Prospects prospects = census.analyses().prospects(crawl, tld, lever);
        Tally today = prospects.today();
        Address address = Address.of("/what-if")
                .with("crawl", crawl)
                .with("tld", tld.orElse(""))
                .with("lever", lever.id());
        return new Topic(
                Texts.of("what-if.title"),
                Texts.of(
                        "what-if.lead",
                        crawl,
                        Words.clause(lever.goal()),
                        Numbers.count(today.numerator()),
                        Numbers.count(today.denominator()),
                        Numbers.count(today.unmeasured()),
                        Numbers.count(today.notApplicable())),
                List.of(),
                List.of(
                        Controls.crawl(context, subjects),
                        Controls.tld(context),
                        Control.choice(context, Parameters.LEVER, Texts.of("control.lever"), Words::lever)),
                List.of(
                        curve(address, address.asked(context), lever, prospects),
                        ranks(address, address.asked(context), Lever.of(lever.who()), prospects)),
                List.of());
    }

    private static Chart curve(Address address, Address live, Lever lever, Prospects prospects) {
        return new Chart(
                "curve",
                Texts.of("what-if.curve"),
                Texts.of("what-if.curve.subtitle", Words.clause(lever.goal()), Words.sentence(lever)),
                address.at("/api/v1/what-if/curve").toString(),
                address.at("/api/v1/what-if/curve.csv").toString(),
                new Sheet(
                        Texts.of("what-if.curve"),
                        Stream.concat(
                                        Stream.of(
                                                Sheet.text(Texts.of("column.party")),
                                                Sheet.number(Texts.of("column.place"))),
                                        Charts.columns(Texts.of("column.together")))
                                .toList(),
                        prospects.curve().stream()
                                .map(step -> Stream.concat(
                                                Stream.of(party(step.party()), Cell.of(step.place())),
                                                Charts.cells(
                                                        step.tally().numerator(),
                                                        step.tally().denominator(),
                                                        step.tally().unmeasured()))
                                        .toList())
                                .toList(),
                        Texts.of("what-if.empty")),
                address,
                live,
                List.of(),
                List.of(),
                prospects.curveRecipe().sql());
    }

    private static Chart ranks(Address address, Address live, List<Lever> levers, Prospects prospects) {
        return new Chart(
                "ranks",
                Texts.of("what-if.ranks"),
                Texts.of("what-if.ranks.subtitle"),
                address.at("/api/v1/what-if").toString(),
                address.at("/api/v1/what-if.csv").toString(),
                new Sheet(
                        Texts.of("what-if.ranks"),
                        Stream.concat(
                                        Stream.of(Sheet.text(Texts.of("column.party"))),
                                        levers.stream()
                                                .map(lever ->
                                                        Sheet.number(Texts.of("what-if.gained", Words.title(lever)))))
                                .toList(),
                        prospects.gains().stream()
                                .map(Prospects.Gain::party)
                                .distinct()
                                .map(party -> Stream.concat(
                                                Stream.of(party(party)),
                                                levers.stream().map(lever -> Cell.of(gained(prospects, party, lever))))
                                        .toList())
                                .toList(),
                        Texts.of("what-if.empty")),
                address,
                live,
                levers.stream()
                        .map(lever -> new Chart.Note(Words.title(lever), Words.sentence(lever)))
                        .toList(),
                List.of(),
                prospects.gainsRecipe().sql());
    }

    private static long gained(Prospects prospects, Party party, Lever lever) {
        return prospects.gains().stream()
                .filter(gain -> gain.party().equals(party) && gain.lever() == lever)
                .mapToLong(Prospects.Gain::gained)
                .sum();
    }

    private static Cell party(Party party) {
        return party.kind() == Party.Kind.PROVIDER
                ? Cell.link(party.name(), Addresses.provider(party.name()))
                : Cell.of(party.name());
    }
}
