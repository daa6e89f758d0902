package org.mxcensus.dashboard.census;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.concentration.Concentration;
import org.mxcensus.analyzer.event.DatedEvent;
import org.mxcensus.analyzer.event.Events;
import org.mxcensus.analyzer.event.MethodChanges;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Reconciliation;
import org.mxcensus.analyzer.reconcile.Waterfall;
import org.mxcensus.analyzer.remedy.Causes;
import org.mxcensus.analyzer.remedy.Diagnosis;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.WhatIf;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Move;
import org.mxcensus.analyzer.transition.Panel;
import org.mxcensus.analyzer.transition.PanelTrend;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;

/// Works them out over a store.
final class StoredAnalyses implements Analyses {
    /// Milliseconds after which one is told to come back. The work goes on, so that he finds the answer then.
    private static final long PATIENCE = 30_000;

    /// Several times what the longest needs of ten million domains, where others want the two cores too.
    private static final Duration TIME = Duration.ofMinutes(10);

    /// The most repairs, moves and points of curves that are kept for a crawl.
    private static final int ROWS = 10_000;

    /// Whoever is behind these gains next to nothing.
    private static final int PARTIES = 200;

    private final Store store;
    private final Edition edition;
    private final PerEdition<List<DatedEvent>> events = new PerEdition<>();
    private final Workbench workbench = new Workbench(TIME);
    /// For what takes seconds where other things take minutes.
    private final Workbench sideBench = new Workbench(TIME);
    private final Comparison comparison;
    private final Shelf<Diagnosis> problems = shelf();
    private final Shelf<Prospects> prospects = shelf();
    private final Shelf<Changes> changes = shelf();
    private final Shelf<List<String>> changed = shelf();
    private final Shelf<List<Move>> moves = shelf();
    private final Shelf<PanelTrend> panels = shelf();
    private final Shelf<Concentration> concentrations = new Shelf<>(sideBench, PATIENCE);
    private final Shelf<Definitions> definitions = shelf();
    private final Shelf<Waterfall> waterfalls = shelf();

    StoredAnalyses(Store store, Edition edition) {
        this.store = store;
        this.edition = edition;
        this.comparison = new Comparison(store);
    }

    @Override
    public boolean hasRows(LocalDate crawl) {
        return JudgedCrawl.find(store, crawl).isPresent();
    }

    @Override
    public Diagnosis problems(LocalDate crawl, Optional<String> tld) {
        return problems.get(List.of(basis(crawl), tld), () -> diagnosis(crawl, tld));
    }

    @Override
    public Optional<Diagnosis> knownProblems(LocalDate crawl) {
        Optional<String> all = Optional.empty();
        return problems.peek(List.of(basis(crawl), all), () -> diagnosis(crawl, all));
    }

    private Diagnosis diagnosis(LocalDate crawl, Optional<String> tld) {
        try (Causes causes = Causes.of(
                store,
                crawl,
                new Providers(PublicSuffixes.bundled()),
                Mechanism.breakable().collect(Collectors.toUnmodifiableSet()),
                tld,
                ROWS)) {
            return causes.diagnosis();
        }
    }

    @Override
    public Prospects prospects(LocalDate crawl, Optional<String> tld, Lever lever) {
        return prospects.get(List.of(basis(crawl), tld, lever), () -> whatIf(crawl, tld, lever));
    }

    @Override
    public Optional<Prospects> knownProspects(LocalDate crawl, Lever lever) {
        Optional<String> all = Optional.empty();
        return prospects.peek(List.of(basis(crawl), all, lever), () -> whatIf(crawl, all, lever));
    }

    private Prospects whatIf(LocalDate crawl, Optional<String> tld, Lever lever) {
        try (WhatIf whatIf = WhatIf.of(store, crawl, lever.who(), tld)) {
            return new Prospects(
                    whatIf.today(lever.goal()),
                    Prospects.sums(whatIf.outlooks(lever, PARTIES)),
                    whatIf.curve(lever, PARTIES),
                    whatIf.gainsRecipe(lever, PARTIES),
                    whatIf.curveRecipe(lever, PARTIES));
        }
    }

    @Override
    public Changes changes(LocalDate before, LocalDate after) {
        List<Object> crawls = basis(before, after);
        return changes.get(
                crawls,
                () -> comparison.ask(
                        before,
                        after,
                        crawls,
                        transitions ->
                                new Changes(transitions.differingMeans(), transitions.all(), transitions.recipe())));
    }

    @Override
    public List<String> changed(Changed which, long skip, long limit) {
        List<Object> crawls = basis(which.before(), which.after());
        return changed.get(
                List.of(crawls, which, skip, limit),
                () -> comparison.ask(
                        which.before(),
                        which.after(),
                        crawls,
                        transitions ->
                                transitions.domains(which.mechanism(), which.event(), which.tld(), skip, limit)));
    }

    @Override
    public List<Move> moves(LocalDate before, LocalDate after, Optional<String> tld) {
        return moves.get(List.of(basis(before, after), tld), () -> moved(before, after, tld));
    }

    @Override
    public Optional<List<Move>> knownMoves(LocalDate before, LocalDate after, Optional<String> tld) {
        return moves.peek(List.of(basis(before, after), tld), () -> moved(before, after, tld));
    }

    private List<Move> moved(LocalDate before, LocalDate after, Optional<String> tld) {
        return comparison.ask(before, after, basis(before, after), transitions -> transitions.moves(tld, ROWS));
    }

    @Override
    public PanelTrend panel(List<LocalDate> crawls, Optional<String> tld) {
        return panels.get(
                List.of(basis(crawls.toArray(LocalDate[]::new)), tld),
                () -> Panel.trend(store, crawls, tld, Limits.DEFAULT));
    }

    @Override
    public Concentration concentration(LocalDate crawl, Optional<String> tld) {
        return concentrations.get(List.of(basis(crawl), tld), () -> Concentration.of(store, crawl, tld, PARTIES));
    }

    @Override
    public Definitions definitions(LocalDate crawl, Optional<String> tld) {
        return definitions.get(List.of(basis(crawl), tld), () -> {
            try (Reconciliation reconciliation = Reconciliation.of(store, crawl, tld)) {
                return new Definitions(reconciliation.figures(), reconciliation.servers());
            }
        });
    }

    @Override
    public Waterfall waterfall(LocalDate crawl, Optional<String> tld, Definition from, Definition to) {
        return waterfalls.get(List.of(basis(crawl), tld, from, to), () -> {
            try (Reconciliation reconciliation = Reconciliation.of(store, crawl, tld)) {
                return reconciliation.between(from, to);
            }
        });
    }

    @Override
    public List<DatedEvent> events() {
        return events.of(
                edition.now(),
                () -> Stream.concat(Events.shipped().stream(), MethodChanges.of(store).stream())
                        .sorted(Comparator.comparing(DatedEvent::day))
                        .toList());
    }

    @Override
    public void close() {
        workbench.close();
        sideBench.close();
        comparison.close();
    }

    private <T> Shelf<T> shelf() {
        return new Shelf<>(workbench, PATIENCE);
    }

    /// What an answer about crawls depends on: the crawls and the state of their manifests.
    private List<Object> basis(LocalDate... crawls) {
        return Stream.of(crawls)
                .<Object>map(crawl -> crawl + Edition.identity(store.local(Manifests.name(crawl))))
                .toList();
    }
}
