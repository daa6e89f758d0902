package org.mxcensus.dashboard.publish;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mxcensus.analyzer.concentration.Concentration;
import org.mxcensus.analyzer.event.DatedEvent;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Waterfall;
import org.mxcensus.analyzer.remedy.Diagnosis;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.Party;
import org.mxcensus.analyzer.remedy.Repair;
import org.mxcensus.analyzer.transition.Move;
import org.mxcensus.analyzer.transition.PanelTrend;
import org.mxcensus.dashboard.census.Analyses;
import org.mxcensus.dashboard.census.Changes;
import org.mxcensus.dashboard.census.Definitions;
import org.mxcensus.dashboard.census.Prospects;

/// What is worked out over whole crawls, without names of domains and hosts, and without whoever is named for few
/// domains.
///
/// @param analyses with everything
record NamelessAnalyses(Analyses analyses) implements Analyses {

    @Override
    public Diagnosis problems(LocalDate crawl, Optional<String> tld) {
        return nameless(analyses.problems(crawl, tld));
    }

    @Override
    public boolean hasRows(LocalDate crawl) {
        return analyses.hasRows(crawl);
    }

    @Override
    public Optional<Diagnosis> knownProblems(LocalDate crawl) {
        return analyses.knownProblems(crawl).map(NamelessAnalyses::nameless);
    }

    private static Diagnosis nameless(Diagnosis all) {
        return new Diagnosis(
                all.today(),
                all.repairs().stream()
                        .filter(repair -> repair.party().kind() != Party.Kind.DOMAIN)
                        .filter(repair -> isLarge(repair.domains()))
                        .map(NamelessAnalyses::withoutExamples)
                        .toList(),
                all.operatorsKnown(),
                all.recipe().nameless());
    }

    private static Repair withoutExamples(Repair repair) {
        return new Repair(
                repair.party(),
                repair.cause(),
                repair.hosts(),
                List.of(),
                repair.domains(),
                repair.healed(),
                repair.unmeasured());
    }

    @Override
    public Prospects prospects(LocalDate crawl, Optional<String> tld, Lever lever) {
        return nameless(analyses.prospects(crawl, tld, lever));
    }

    @Override
    public Optional<Prospects> knownProspects(LocalDate crawl, Lever lever) {
        return analyses.knownProspects(crawl, lever).map(NamelessAnalyses::nameless);
    }

    private static Prospects nameless(Prospects all) {
        List<Prospects.Gain> gains = all.gains().stream()
                .filter(gain -> isLarge(gain.after().frame()))
                .toList();
        Set<Party> named = gains.stream().map(Prospects.Gain::party).collect(toUnmodifiableSet());
        return new Prospects(
                all.today(),
                gains,
                all.curve().stream()
                        .filter(step -> named.contains(step.party()))
                        .toList(),
                all.gainsRecipe().nameless(),
                all.curveRecipe().nameless());
    }

    @Override
    public Changes changes(LocalDate before, LocalDate after) {
        Changes all = analyses.changes(before, after);
        return new Changes(all.differingMeans(), all.transitions(), all.recipe().nameless());
    }

    @Override
    public List<String> changed(Changed which, long skip, long limit) {
        return List.of();
    }

    @Override
    public List<Move> moves(LocalDate before, LocalDate after, Optional<String> tld) {
        return large(analyses.moves(before, after, tld));
    }

    @Override
    public Optional<List<Move>> knownMoves(LocalDate before, LocalDate after, Optional<String> tld) {
        return analyses.knownMoves(before, after, tld).map(NamelessAnalyses::large);
    }

    private static List<Move> large(List<Move> moves) {
        return moves.stream().filter(move -> isLarge(move.domains())).toList();
    }

    /// Where few domains are in all crawls, it is about them, however many there are in each.
    @Override
    public PanelTrend panel(List<LocalDate> crawls, Optional<String> tld) {
        PanelTrend all = analyses.panel(crawls, tld);
        return new PanelTrend(
                all.points().stream()
                        .filter(point -> isLarge(point.panel().frame()))
                        .toList(),
                all.recipe().nameless());
    }

    @Override
    public Concentration concentration(LocalDate crawl, Optional<String> tld) {
        Concentration all = analyses.concentration(crawl, tld);
        return new Concentration(
                all.providers(),
                all.domains(),
                all.unmeasured(),
                all.notApplicable(),
                all.half(),
                all.weight(),
                all.holders().stream()
                        .filter(holder -> isLarge(holder.domains()))
                        .toList(),
                all.recipe().nameless());
    }

    @Override
    public Definitions definitions(LocalDate crawl, Optional<String> tld) {
        return analyses.definitions(crawl, tld);
    }

    @Override
    public Waterfall waterfall(LocalDate crawl, Optional<String> tld, Definition from, Definition to) {
        Waterfall all = analyses.waterfall(crawl, tld, from, to);
        return new Waterfall(
                all.from(), all.to(), all.start(), all.steps(), all.recipe().nameless());
    }

    @Override
    public List<DatedEvent> events() {
        return analyses.events();
    }

    @Override
    public void close() {
        analyses.close();
    }

    private static boolean isLarge(long domains) {
        return domains >= LargeGroups.SMALLEST;
    }
}
