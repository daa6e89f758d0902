package org.mxcensus.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.mxcensus.analyzer.concentration.Concentration;
import org.mxcensus.analyzer.concentration.Holder;
import org.mxcensus.analyzer.event.DatedEvent;
import org.mxcensus.analyzer.reconcile.Check;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Figure;
import org.mxcensus.analyzer.reconcile.Hosts;
import org.mxcensus.analyzer.reconcile.Outcome;
import org.mxcensus.analyzer.reconcile.Population;
import org.mxcensus.analyzer.reconcile.Shift;
import org.mxcensus.analyzer.reconcile.Step;
import org.mxcensus.analyzer.reconcile.Waterfall;
import org.mxcensus.analyzer.remedy.Diagnosis;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.Party;
import org.mxcensus.analyzer.remedy.Repair;
import org.mxcensus.analyzer.transition.Event;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Move;
import org.mxcensus.analyzer.transition.PanelPoint;
import org.mxcensus.analyzer.transition.PanelTrend;
import org.mxcensus.analyzer.transition.Standing;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.analyzer.transition.Transition;
import org.mxcensus.analyzer.warehouse.Recipe;
import org.mxcensus.dashboard.census.Analyses;
import org.mxcensus.dashboard.census.Changes;
import org.mxcensus.dashboard.census.Definitions;
import org.mxcensus.dashboard.census.Prospects;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.StsCause;

/// What would be worked out over the crawls of the made-up world; some names in it are markup.
record FixtureAnalyses() implements Analyses {
    private static final List<String> PROVIDERS =
            List.of("big.example", "middle.example", FixtureTrends.HOSTILE, "small.example");

    /// Names a host for those who may see it.
    private static final Recipe RECIPE = new Recipe(
            List.of(new Recipe.Step("SELECT 'mx1.big.example' AS host", "SELECT 'nobody is named' AS host")));

    @Override
    public Diagnosis problems(LocalDate crawl, Optional<String> tld) {
        return new Diagnosis(
                Map.of(
                        Mechanism.DANE,
                        new Tally(450, 1700, 140, 160),
                        Mechanism.MTA_STS,
                        new Tally(90, 1600, 240, 160)),
                List.of(
                        new Repair(
                                new Party(Party.Kind.PROVIDER, "big.example"),
                                DaneCause.NO_MATCH,
                                3,
                                List.of("mx1.big.example", "mx2.big.example"),
                                240,
                                180,
                                20),
                        new Repair(
                                new Party(Party.Kind.PROVIDER, FixtureTrends.HOSTILE),
                                DaneCause.EXPIRED,
                                1,
                                List.of("<script>alert(2)</script>.example"),
                                12,
                                12,
                                0),
                        new Repair(
                                new Party(Party.Kind.DNS_OPERATOR, "dns.example"),
                                DaneCause.MX_INSECURE,
                                0,
                                List.of(),
                                9,
                                9,
                                0),
                        new Repair(
                                new Party(Party.Kind.DOMAIN, FixtureEvidence.DOMAIN),
                                StsCause.MX_NOT_COVERED,
                                0,
                                List.of(FixtureEvidence.DOMAIN),
                                1,
                                1,
                                0)),
                false,
                RECIPE);
    }

    @Override
    public boolean hasRows(LocalDate crawl) {
        return true;
    }

    @Override
    public Optional<Diagnosis> knownProblems(LocalDate crawl) {
        return Optional.of(problems(crawl, Optional.empty()));
    }

    @Override
    public Optional<Prospects> knownProspects(LocalDate crawl, Lever lever) {
        return Optional.of(prospects(crawl, Optional.empty(), lever));
    }

    @Override
    public Prospects prospects(LocalDate crawl, Optional<String> tld, Lever lever) {
        Tally today = new Tally(450, 1700, 140, 160);
        List<Prospects.Gain> gains = Lever.of(lever.who()).stream()
                .flatMap(one -> IntStream.range(0, PROVIDERS.size())
                        .mapToObj(place -> new Prospects.Gain(
                                new Party(lever.who(), PROVIDERS.get(place)),
                                one,
                                100L - 20 * place,
                                new Tally(
                                        300L / (place + 1) + 10L * one.ordinal() * place, 900L / (place + 1), 20, 10))))
                .toList();
        List<org.mxcensus.analyzer.remedy.Step> curve = IntStream.range(0, PROVIDERS.size())
                .mapToObj(place -> new org.mxcensus.analyzer.remedy.Step(
                        place + 1L,
                        new Party(lever.who(), PROVIDERS.get(place)),
                        new Tally(450 + 300L * (place + 1) - 30L * place, 1700, 140, 160)))
                .toList();
        return new Prospects(today, gains, curve, RECIPE, RECIPE);
    }

    @Override
    public Changes changes(LocalDate before, LocalDate after) {
        return new Changes(
                List.of("judge"),
                Stream.of("nl", "org")
                        .flatMap(tld -> Stream.of(
                                new Transition(Mechanism.DANE, tld, Standing.WITHOUT, Standing.WITHOUT, 600),
                                new Transition(Mechanism.DANE, tld, Standing.WITHOUT, Standing.WORKING, 40),
                                new Transition(Mechanism.DANE, tld, Standing.WORKING, Standing.WORKING, 180),
                                new Transition(Mechanism.DANE, tld, Standing.WORKING, Standing.BROKEN, 12),
                                new Transition(Mechanism.DANE, tld, Standing.BROKEN, Standing.WORKING, 8),
                                new Transition(Mechanism.DANE, tld, Standing.UNMEASURED, Standing.WITHOUT, 70),
                                new Transition(Mechanism.DANE, tld, Standing.WITHOUT, Standing.UNMEASURED, 60),
                                new Transition(Mechanism.DANE, tld, Standing.OUTSIDE, Standing.WITHOUT, 20),
                                new Transition(Mechanism.DANE, tld, Standing.NOT_APPLICABLE, Standing.OUTSIDE, 10)))
                        .toList(),
                RECIPE);
    }

    @Override
    public List<String> changed(Changed which, long skip, long limit) {
        return which.event() == Event.ADOPTED
                ? Stream.of(FixtureEvidence.DOMAIN, "<b>markup</b>.nl")
                        .skip(skip)
                        .limit(limit)
                        .toList()
                : List.of();
    }

    @Override
    public List<Move> moves(LocalDate before, LocalDate after, Optional<String> tld) {
        return List.of(
                new Move("small.example", "big.example", 31), new Move(FixtureTrends.HOSTILE, "small.example", 2));
    }

    @Override
    public Optional<List<Move>> knownMoves(LocalDate before, LocalDate after, Optional<String> tld) {
        return Optional.of(moves(before, after, tld));
    }

    @Override
    public PanelTrend panel(List<LocalDate> crawls, Optional<String> tld) {
        return new PanelTrend(
                IntStream.range(0, crawls.size())
                        .boxed()
                        .flatMap(month -> Stream.of(Mechanism.values())
                                .map(mechanism -> new PanelPoint(
                                        crawls.get(month),
                                        mechanism,
                                        new Tally(300 + 10L * month, 1600, 200, 200),
                                        new Tally(100 + 10L * month, 800, 100, 100))))
                        .toList(),
                RECIPE);
    }

    @Override
    public Concentration concentration(LocalDate crawl, Optional<String> tld) {
        long[] sizes = {900, 300, 60, 12};
        List<Holder> holders = IntStream.range(0, sizes.length)
                .mapToObj(i -> new Holder(
                        i + 1L,
                        PROVIDERS.get(i),
                        sizes[i],
                        LongStream.of(sizes).limit(i + 1L).sum()))
                .toList();
        return new Concentration(4, 1272, 140, 588, 1, 900 + 600 + 180 + 48, holders, RECIPE);
    }

    @Override
    public Definitions definitions(LocalDate crawl, Optional<String> tld) {
        return new Definitions(
                Stream.of(Definition.values())
                        .collect(Collectors.toMap(
                                one -> one, one -> new Figure(300L + 20 * one.ordinal(), 1500, 200, 300))),
                new Figure(30, 60, 5, 10));
    }

    @Override
    public Waterfall waterfall(LocalDate crawl, Optional<String> tld, Definition from, Definition to) {
        if (from == to) {
            return new Waterfall(from, to, new Figure(420, 800, 100, 1100), List.of(), RECIPE);
        }
        return new Waterfall(
                from,
                to,
                new Figure(420, 800, 100, 1100),
                List.of(
                        new Step(
                                Population.VALIDATED_MX,
                                Population.ACCEPTS_MAIL,
                                List.of(
                                        new Shift(Outcome.NOT_COUNTED, Outcome.NO, 900),
                                        new Shift(Outcome.NOT_COUNTED, Outcome.UNMEASURED, 40),
                                        new Shift(Outcome.YES, Outcome.YES, 420),
                                        new Shift(Outcome.NO, Outcome.NO, 380)),
                                new Figure(420, 1700, 140, 160)),
                        new Step(
                                Hosts.PRIMARY_ACCEPTING,
                                Hosts.EVERY,
                                List.of(
                                        new Shift(Outcome.YES, Outcome.NO, 30),
                                        new Shift(Outcome.YES, Outcome.YES, 390),
                                        new Shift(Outcome.NO, Outcome.NO, 1280)),
                                new Figure(390, 1700, 140, 160)),
                        new Step(
                                Check.TLSA_VALIDATED,
                                Check.TLSA_MATCHES,
                                List.of(new Shift(Outcome.NO, Outcome.YES, 60)),
                                new Figure(450, 1700, 140, 160))),
                RECIPE);
    }

    @Override
    public List<DatedEvent> events() {
        return List.of(
                new DatedEvent("2018-10-11", DatedEvent.Kind.WORLD, "A key changes.", "https://example.org/key"),
                new DatedEvent(
                        "2026-05", DatedEvent.Kind.WORLD, "A <b>provider</b> begins.", "https://example.org/begins"),
                new DatedEvent(
                        "2026-09-01", DatedEvent.Kind.METHOD, "We look again.", "manifests/crawl=2026-09-01.json"));
    }

    @Override
    public void close() {}
}
