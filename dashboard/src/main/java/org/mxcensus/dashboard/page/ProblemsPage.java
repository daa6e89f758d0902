package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.remedy.Diagnosis;
import org.mxcensus.analyzer.remedy.Party;
import org.mxcensus.analyzer.remedy.Repair;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.analyzer.warehouse.Recipe;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.dashboard.query.Subjects;

/// `/problems`: what is to be mended and by whom, by how many domains one repair heals.
///
/// @param census where crawls are diagnosed
/// @param subjects which crawl and TLD are meant
public record ProblemsPage(Census census, Subjects subjects) {
    private static final int ROWS = 100;
    private static final int BARS = 15;

    /// What a request shows.
    public Topic topic(Context context) {
        LocalDate crawl = subjects.crawl(context);
        Optional<String> tld = subjects.tld(context);
        Diagnosis found = census.analyses().problems(crawl, tld);
        List<Repair> repairs = found.repairs().stream()
                .filter(repair -> Parameters.wants(context, repair))
                .toList();
        return new Topic(
                Texts.of("problems.title"),
                lead(crawl, found.today()),
                found.operatorsKnown() ? List.of() : List.of(Texts.of("problems.caution")),
                List.of(
                        Controls.crawl(context, subjects),
                        Controls.tld(context),
                        Control.choice(
                                context,
                                Parameters.MENDED,
                                Texts.of("control.mechanism"),
                                Controls.orAll(Parameters.MENDED),
                                id -> id.isEmpty() ? Texts.of("control.party.") : Words.mechanism(id)),
                        Control.choice(
                                context,
                                Parameters.PARTY,
                                Texts.of("control.party"),
                                Controls.orAll(Parameters.PARTY),
                                kind -> Texts.of("control.party." + kind))),
                repairs.isEmpty() ? List.of() : List.of(figure(context, crawl, tld, repairs, found.recipe())),
                List.of(sheet(repairs)));
    }

    private static String lead(LocalDate crawl, Map<Mechanism, Tally> today) {
        return Texts.of(
                "problems.lead",
                crawl,
                Mechanism.breakable()
                        .flatMap(mechanism -> Stream.ofNullable(today.get(mechanism))
                                .map(tally -> Texts.of(
                                        "problems.works",
                                        Words.title(mechanism),
                                        Numbers.count(tally.numerator()),
                                        Numbers.count(tally.denominator()),
                                        Numbers.count(tally.unmeasured()))))
                        .collect(Collectors.joining(" ")));
    }

    private Chart figure(Context context, LocalDate crawl, Optional<String> tld, List<Repair> repairs, Recipe recipe) {
        Address address = Address.of("/problems")
                .with("crawl", crawl)
                .with("tld", tld.orElse(""))
                .with("mechanism", Parameters.MENDED.text(context))
                .with("party", Parameters.PARTY.text(context));
        List<Repair> largest = repairs.stream().limit(BARS).toList();
        return new Chart(
                "bars",
                Texts.of("problems.figure"),
                Texts.of("problems.subtitle"),
                address.at("/api/v1/problems").with("limit", BARS).toString(),
                address.at("/api/v1/problems.csv").with("limit", BARS).toString(),
                sheet(largest),
                address,
                address.asked(context),
                largest.stream()
                        .map(Repair::cause)
                        .distinct()
                        .map(cause -> new Chart.Note(
                                Words.sentence(cause), "%s (%s)".formatted(Words.fix(cause), cause.section())))
                        .toList(),
                List.of(),
                recipe.sql());
    }

    private static Sheet sheet(List<Repair> repairs) {
        return new Sheet(
                Texts.of("problems.table"),
                List.of(
                        Sheet.text(Texts.of("problems.party")),
                        Sheet.text(Texts.of("problems.cause")),
                        Sheet.number(Texts.of("problems.healed")),
                        Sheet.number(Texts.of("problems.unmeasured")),
                        Sheet.number(Texts.of("problems.domains")),
                        Sheet.number(Texts.of("problems.hosts"))),
                repairs.stream()
                        .limit(ROWS)
                        .map(repair -> List.of(
                                party(repair.party()),
                                Cell.of(
                                        Words.sentence(repair.cause()),
                                        Words.fix(repair.cause()) + " ("
                                                + repair.cause().section() + ")"),
                                Cell.of(repair.healed()),
                                Cell.of(repair.unmeasured()),
                                Cell.of(repair.domains()),
                                Cell.of(repair.hosts())))
                        .toList(),
                Texts.of("problems.empty"));
    }

    private static Cell party(Party party) {
        return switch (party.kind()) {
            case PROVIDER -> Cell.link(party.name(), Addresses.provider(party.name()));
            case DNS_OPERATOR, POLICY_HOST, CUSTOMERS ->
                Cell.of(party.name(), Texts.of("party." + Parameters.id(party.kind())));
            case DOMAIN -> Cell.link(party.name(), Addresses.domain(party.name()));
        };
    }
}
