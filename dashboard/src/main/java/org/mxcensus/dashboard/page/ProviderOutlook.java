package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.Party;
import org.mxcensus.analyzer.remedy.Repair;
import org.mxcensus.dashboard.census.Analyses;
import org.mxcensus.dashboard.census.Prospects;

/// What a provider has to mend, and what would become of its customers' domains if it did more.
///
/// @param analyses where that is worked out
/// @param context of the page that shows it
record ProviderOutlook(Analyses analyses, Context context) {

    /// Both of them; what is being worked out says so.
    List<Article.Section> sections(LocalDate crawl, String provider) {
        Party party = new Party(Party.Kind.PROVIDER, provider);
        return List.of(
                analyses.knownProblems(crawl)
                        .map(found -> faults(
                                crawl,
                                found.repairs().stream()
                                        .filter(repair -> repair.party().equals(party))
                                        .toList()))
                        .orElseGet(() -> later(Texts.of("provider.faults"))),
                analyses.knownProspects(crawl, Lever.TOGETHER)
                        .map(prospects -> prospects(prospects.gains().stream()
                                .filter(gain -> gain.party().equals(party))
                                .toList()))
                        .orElseGet(() -> later(Texts.of("provider.what-if"))));
    }

    private Article.Section later(String title) {
        return Article.Section.of(title, Unfinished.of(context));
    }

    private static Article.Section faults(LocalDate crawl, List<Repair> repairs) {
        String title = Texts.of("provider.faults");
        return Article.Section.of(
                title,
                Texts.of("provider.faults.text", crawl),
                new Sheet(
                        title,
                        List.of(
                                Sheet.text(Texts.of("problems.cause")),
                                Sheet.text(Texts.of("control.mechanism")),
                                Sheet.number(Texts.of("problems.healed")),
                                Sheet.number(Texts.of("problems.unmeasured")),
                                Sheet.number(Texts.of("problems.domains")),
                                Sheet.number(Texts.of("problems.hosts"))),
                        repairs.stream()
                                .map(repair -> List.of(
                                        Cell.of(
                                                Words.sentence(repair.cause()),
                                                "%s (%s)"
                                                        .formatted(
                                                                Words.fix(repair.cause()),
                                                                repair.cause().section())),
                                        Cell.of(Words.title(repair.mechanism())),
                                        Cell.of(repair.healed()),
                                        Cell.of(repair.unmeasured()),
                                        Cell.of(repair.domains()),
                                        Cell.of(repair.hosts())))
                                .toList(),
                        Texts.of("provider.no-faults", crawl)));
    }

    private static Article.Section prospects(List<Prospects.Gain> gains) {
        String title = Texts.of("provider.what-if");
        return Article.Section.of(
                title,
                Texts.of("provider.what-if.text"),
                new Sheet(
                        title,
                        List.of(
                                Sheet.text(Texts.of("control.lever")),
                                Sheet.number(Texts.of("provider.gained")),
                                Sheet.number(Texts.of("provider.already")),
                                Sheet.number(Texts.of("column.share", Texts.of("provider.then"))),
                                Sheet.number(Texts.of("column.of")),
                                Sheet.number(Texts.of("column.unmeasured"))),
                        gains.stream().map(ProviderOutlook::row).toList(),
                        Texts.of("provider.no-what-if")));
    }

    private static List<Cell> row(Prospects.Gain gain) {
        return List.of(
                Cell.of(
                        Words.sentence(gain.lever()),
                        Texts.of("provider.goal", Words.clause(gain.lever().goal()))),
                Cell.of(gain.gained()),
                Cell.of(gain.already()),
                Cell.share(
                        gain.after().numerator(),
                        gain.after().denominator(),
                        gain.after().unmeasured()),
                Cell.of(gain.after().denominator()),
                Cell.of(gain.after().unmeasured()));
    }
}
