package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.WhatIf;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.Prospects;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.dashboard.query.Subjects;

/// `/what-if`: how many more domains would be protected if a provider did something, or several did.
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
                        lever.goal().clause(),
                        Numbers.count(today.numerator()),
                        Numbers.count(today.denominator()),
                        Numbers.count(today.unmeasured()),
                        Numbers.count(today.notApplicable())),
                List.of(),
                List.of(
                        Controls.crawl(context, subjects),
                        Controls.tld(context),
                        Control.choice(context, Parameters.LEVER, Texts.of("control.lever"), Words::lever)),
                List.of(curve(address, lever, prospects), ranks(address, prospects)),
                List.of());
    }

    private static Chart curve(Address address, Lever lever, Prospects prospects) {
        return new Chart(
                "curve",
                Texts.of("what-if.curve"),
                Texts.of("what-if.curve.subtitle", lever.goal().clause(), lever.sentence()),
                address.at("/api/v1/what-if/curve").toString(),
                address.at("/api/v1/what-if/curve.csv").toString(),
                new Sheet(
                        Texts.of("what-if.curve"),
                        Stream.concat(
                                        Stream.of(
                                                Sheet.text(Texts.of("column.provider")),
                                                Sheet.number(Texts.of("column.place"))),
                                        Charts.columns(Texts.of("column.together")))
                                .toList(),
                        prospects.curve().stream()
                                .map(step -> Stream.concat(
                                                Stream.of(provider(step.provider()), Cell.of(step.place())),
                                                Charts.cells(
                                                        step.tally().numerator(),
                                                        step.tally().denominator(),
                                                        step.tally().unmeasured()))
                                        .toList())
                                .toList(),
                        Texts.of("what-if.empty")),
                address.toString(),
                List.of(),
                List.of(),
                Sql.of(WhatIf.class, "exchange_parts", "alike_domains", "uses", "prospects", "curve"));
    }

    private static Chart ranks(Address address, Prospects prospects) {
        return new Chart(
                "ranks",
                Texts.of("what-if.ranks"),
                Texts.of("what-if.ranks.subtitle"),
                address.at("/api/v1/what-if").toString(),
                address.at("/api/v1/what-if.csv").toString(),
                new Sheet(
                        Texts.of("what-if.ranks"),
                        Stream.concat(
                                        Stream.of(Sheet.text(Texts.of("column.provider"))),
                                        Stream.of(Lever.values())
                                                .map(lever -> Sheet.number(Texts.of("what-if.gained", lever.title()))))
                                .toList(),
                        prospects.gains().stream()
                                .map(Prospects.Gain::provider)
                                .distinct()
                                .map(provider -> Stream.concat(
                                                Stream.of(provider(provider)),
                                                Stream.of(Lever.values())
                                                        .map(lever -> Cell.of(gained(prospects, provider, lever))))
                                        .toList())
                                .toList(),
                        Texts.of("what-if.empty")),
                address.toString(),
                Stream.of(Lever.values())
                        .map(lever -> new Chart.Note(lever.title(), lever.sentence()))
                        .toList(),
                List.of(),
                Sql.of(WhatIf.class, "exchange_parts", "alike_domains", "uses", "prospects", "outlooks"));
    }

    private static long gained(Prospects prospects, String provider, Lever lever) {
        return prospects.gains().stream()
                .filter(gain -> gain.provider().equals(provider) && gain.lever() == lever)
                .mapToLong(Prospects.Gain::gained)
                .sum();
    }

    private static Cell provider(String provider) {
        return Cell.link(provider, Addresses.provider(provider));
    }
}
