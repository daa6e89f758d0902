package org.mxcensus.analyzer.remedy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.ledger.Tier;

/// Predictions against the judge itself: worlds by chance, in which somebody does it, and all is judged again.
class WhatIfTest {
    private static final Tally NONE = new Tally(0, 0, 0, 0);

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
    }

    static Stream<Arguments> worlds() {
        return partiesAndSeeds(1, Tier.current() == Tier.DEFAULT ? 2 : 8);
    }

    static Stream<Arguments> worldsOfCurves() {
        return partiesAndSeeds(21, Tier.current() == Tier.DEFAULT ? 1 : 3);
    }

    private static Stream<Arguments> partiesAndSeeds(long first, int count) {
        return Stream.of(Party.Kind.PROVIDER, Party.Kind.DNS_OPERATOR)
                .flatMap(who -> LongStream.range(first, first + count).mapToObj(seed -> Arguments.of(who, seed)));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void whatIsPredictedOfAPartyIsWhatTheJudgeSaysWhenItHasDoneIt(Party.Kind who, long seed) {
        ObservedWorld world = new ObservedWorld(seed);
        world.write(store);
        Map<String, DomainVerdictRow> today = new Deeds(world).judged(_ -> false, Lever.TLSA);

        try (WhatIf whatIf = WhatIf.of(store, TestCrawl.DATE, who, Optional.empty())) {
            for (Lever.Goal goal : Lever.Goal.values()) {
                assertThat(whatIf.today(goal))
                        .isEqualTo(plus(tally(goal, today.values()), new Tally(0, 0, world.unobserved.size(), 0)));
            }
            List<Outlook> expected = new ArrayList<>();
            for (String party : parties(world, today, who)) {
                for (Lever lever : Lever.of(who)) {
                    expected.addAll(outlooks(world, today, new Party(who, party), lever));
                }
            }
            assertThat(whatIf.outlooks(Lever.of(who).getLast(), 1_000)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("worldsOfCurves")
    void everyPointOfTheCurveIsWhatTheJudgeSaysWhenAllUpToThereHaveDoneIt(Party.Kind who, long seed) {
        ObservedWorld world = new ObservedWorld(seed);
        world.write(store);
        Tally lost = new Tally(0, 0, world.unobserved.size(), 0);

        try (WhatIf whatIf = WhatIf.of(store, TestCrawl.DATE, who, Optional.empty())) {
            for (Lever lever : Lever.of(who)) {
                List<Step> curve = whatIf.curve(lever, 1_000);
                List<String> done = new ArrayList<>();
                for (Step step : curve) {
                    done.add(step.party().name());
                    assertThat(step.place()).isEqualTo(done.size());
                    assertThat(step.tally())
                            .as("%s by %s", lever, done)
                            .isEqualTo(plus(
                                    tally(
                                            lever.goal(),
                                            new Deeds(world)
                                                    .judged(done::contains, lever)
                                                    .values()),
                                    lost));
                }
                assertThat(done).hasSameElementsAs(parties(world, new Deeds(world).judged(_ -> false, lever), who));
                assertThat(whatIf.curve(lever, 1)).isEqualTo(List.of(curve.getFirst(), curve.getLast()));
            }
        }
    }

    @Test
    void theProviderThatGainsMostComesFirstAndTheLimitCountsProviders() {
        ObservedWorld world = new ObservedWorld(5);
        world.write(store);

        try (WhatIf whatIf = WhatIf.of(store, TestCrawl.DATE, Party.Kind.PROVIDER, Optional.empty())) {
            Map<String, Long> gained = new HashMap<>();
            whatIf.outlooks(Lever.SIGNED_DOMAINS, 1_000).stream()
                    .filter(one -> one.lever() == Lever.SIGNED_DOMAINS)
                    .forEach(one -> gained.merge(one.party().name(), one.gained(), Long::sum));
            List<String> order = whatIf.outlooks(Lever.SIGNED_DOMAINS, 3).stream()
                    .map(one -> one.party().name())
                    .distinct()
                    .toList();

            assertThat(order).hasSize(3);
            assertThat(gained.get(order.getFirst())).isPositive();
            assertThat(gained.values()).allMatch(count -> count <= gained.get(order.getFirst()));
            assertThat(gained.get(order.get(1))).isLessThanOrEqualTo(gained.get(order.get(0)));
        }
    }

    @Test
    void belowOneTopLevelDomainAreItsDomainsAlone() {
        ObservedWorld world = new ObservedWorld(6);
        world.write(store);

        try (WhatIf all = WhatIf.of(store, TestCrawl.DATE, Party.Kind.PROVIDER, Optional.empty());
                WhatIf nl = WhatIf.of(store, TestCrawl.DATE, Party.Kind.PROVIDER, Optional.of("nl"))) {
            assertThat(nl.outlooks(Lever.TLSA, 1_000))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(all.outlooks(Lever.TLSA, 1_000).stream()
                            .filter(one -> one.tld().equals("nl"))
                            .toList());
            assertThat(nl.today(Lever.Goal.DANE).frame())
                    .isLessThan(all.today(Lever.Goal.DANE).frame());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVIDER", "DNS_OPERATOR"})
    void behindEachOutlookAreItsDomainsByName(Party.Kind who) throws IOException {
        new ObservedWorld(7).write(store);
        Path file = folder.resolve("behind.csv");
        Lever lever = Lever.of(who).getFirst();

        try (WhatIf whatIf = WhatIf.of(store, TestCrawl.DATE, who, Optional.empty())) {
            whatIf.list(lever, 2, DomainList.in(file));
            List<String> lines = Files.readAllLines(file);

            assertThat(lines.getFirst()).isEqualTo("domain,party_kind,party,lever,status,today,after");
            assertThat(lines).doesNotHaveDuplicates();
            long told = 1;
            for (Outlook outlook : whatIf.outlooks(lever, 2)) {
                Pattern own = Pattern.compile(".*\\.%s,%s,%s,%s,.*"
                        .formatted(
                                outlook.tld(),
                                who.name().toLowerCase(Locale.ROOT),
                                Pattern.quote(outlook.party().name()),
                                outlook.lever().id()));
                List<String> behind =
                        lines.stream().filter(own.asMatchPredicate()).toList();
                told += behind.size();
                assertThat(behind).hasSize((int) outlook.after().frame());
                assertThat(behind).filteredOn(line -> line.endsWith(",YES")).hasSize((int)
                        outlook.after().numerator());
                assertThat(behind).filteredOn(line -> line.contains(",YES,")).hasSize((int) outlook.already());
                assertThat(behind)
                        .filteredOn(line -> line.endsWith(",UNMEASURED"))
                        .hasSize((int) outlook.after().unmeasured());
            }
            assertThat(lines).hasSize((int) told);
        }
    }

    @Test
    void verdictsThatDoNotTellWhoRunsNameServersAreToBeMadeAnew() {
        evaluate(
                new TestCrawl().frame("list", "a.nl").domain(Seen.domain("a.nl", Seen.mx(Security.SECURE, "mx.a.nl"))));

        assertThatThrownBy(() -> WhatIf.of(store, TestCrawl.DATE, Party.Kind.DNS_OPERATOR, Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "The verdicts on the crawl of 2026-03-01 do not tell who runs name servers; run"
                                + " `mxcensus judge --crawl 2026-03-01`, which finds out where the crawl has the name servers.");
    }

    @Test
    void recordsInADomainsOwnUnsignedZoneCouldBeRightOrWrongWhenItIsSigned() {
        Pki.Identity leaf = Pki.root("root").issue(Pki.Form.server("mail.own.nl"));
        TlsaOutcome insecure = new TlsaOutcome.FoundInsecure("mail.own.nl", List.of(Seen.tlsa(3, 1, 1, leaf)), 300);
        evaluate(new TestCrawl()
                .frame("list", "own.nl", "guest.nl")
                .domain(Seen.domain("own.nl", Seen.mx(Security.INSECURE, "mail.own.nl")))
                .domain(Seen.domain("guest.nl", Seen.mx(Security.INSECURE, "mail.own.nl")))
                .host(Seen.host("mail.own.nl", Security.INSECURE, insecure))
                .smtp(Seen.smtp("mail.own.nl", Seen.IP4, Seen.tls(leaf)))
                .certificates(leaf));

        assertThat(afterAll("own.nl"))
                .containsExactly(
                        Map.entry(Lever.TLSA, new Tally(0, 2, 0, 0)),
                        Map.entry(Lever.SIGNED_HOSTS, new Tally(0, 2, 0, 0)),
                        Map.entry(Lever.SIGNED_DOMAINS, new Tally(0, 1, 1, 0)),
                        Map.entry(Lever.TOGETHER, new Tally(2, 2, 0, 0)),
                        Map.entry(Lever.HOSTED_STS, new Tally(0, 2, 0, 0)));
    }

    @Test
    void aCertificateThatNamesSomeOfTheDomainsLeavesTheOthersUntold() {
        Pki.Identity root = Pki.root("root");
        Pki.Identity leaf = root.issue(Pki.Form.server("a.nl"));
        String host = "mx.named.example";
        evaluate(new TestCrawl()
                .frame("list", "a.nl", "b.nl", "c.nl")
                .domain(Seen.domain("a.nl", Seen.mx(Security.SECURE, host)))
                .domain(Seen.domain("b.nl", Seen.mx(Security.SECURE, host)))
                .domain(Seen.domain("c.nl", Seen.mx(Security.INSECURE, host)))
                .host(Seen.host(host, Security.SECURE, Seen.found(host, Seen.tlsa(2, 0, 1, root))))
                .smtp(Seen.smtp(host, Seen.IP4, Seen.tls(leaf, root)))
                .certificates(leaf, root));

        assertThat(afterAll("named.example"))
                .contains(
                        Map.entry(Lever.TLSA, new Tally(2, 3, 0, 0)),
                        Map.entry(Lever.SIGNED_DOMAINS, new Tally(1, 2, 1, 0)),
                        Map.entry(Lever.TOGETHER, new Tally(3, 3, 0, 0)));
    }

    private void evaluate(TestCrawl crawl) {
        crawl.write(store, TestCrawl.DATE, 0);
        TestCrawl.evaluate(store, TestCrawl.DATE);
    }

    private Map<Lever, Tally> afterAll(String provider) {
        try (WhatIf whatIf = WhatIf.of(store, TestCrawl.DATE, Party.Kind.PROVIDER, Optional.empty())) {
            Map<Lever, Tally> after = new EnumMap<>(Lever.class);
            whatIf.outlooks(Lever.TOGETHER, 10).stream()
                    .filter(one -> one.party().name().equals(provider))
                    .forEach(one -> after.merge(one.lever(), one.after(), WhatIfTest::plus));
            return after;
        }
    }

    @Test
    void aCrawlThatWasNotJudgedIsNamed() {
        assertThatThrownBy(() -> WhatIf.of(store, TestCrawl.DATE, Party.Kind.PROVIDER, Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("There is no judged crawl 2026-03-01 in ");
    }

    // ---- the second computation

    private static List<Outlook> outlooks(
            ObservedWorld world, Map<String, DomainVerdictRow> today, Party party, Lever lever) {
        Map<String, DomainVerdictRow> after = new Deeds(world).judged(party.name()::equals, lever);
        Map<String, List<String>> byTld = new TreeMap<>();
        today.keySet().stream()
                .filter(domain -> world.parties(domain, party.kind()).contains(party.name()))
                .forEach(domain -> byTld.computeIfAbsent(domain.replaceAll(".*\\.", ""), _ -> new ArrayList<>())
                        .add(domain));
        return byTld.entrySet().stream()
                .map(entry -> new Outlook(
                        party,
                        entry.getKey(),
                        lever,
                        tally(lever.goal(), entry.getValue(), today).numerator(),
                        tally(lever.goal(), entry.getValue(), after)))
                .toList();
    }

    private static Set<String> parties(ObservedWorld world, Map<String, DomainVerdictRow> today, Party.Kind who) {
        return today.keySet().stream()
                .flatMap(domain -> world.parties(domain, who).stream())
                .collect(toSet());
    }

    private static Tally tally(Lever.Goal goal, List<String> domains, Map<String, DomainVerdictRow> verdicts) {
        return tally(goal, domains.stream().map(verdicts::get).toList());
    }

    private static Tally tally(Lever.Goal goal, Iterable<DomainVerdictRow> verdicts) {
        Tally tally = NONE;
        for (DomainVerdictRow verdict : verdicts) {
            tally = plus(
                    tally,
                    switch (goal) {
                        case DANE -> tally(verdict.daneValid());
                        case MTA_STS -> tally(verdict.mtaSts());
                    });
        }
        return tally;
    }

    private static Tally tally(StsStatus status) {
        return switch (status) {
            case null -> new Tally(0, 0, 0, 1);
            case ENFORCING -> new Tally(1, 1, 0, 0);
            case UNMEASURED -> new Tally(0, 0, 1, 0);
            case TESTING, DISABLED, BROKEN, NOT_DEPLOYED -> new Tally(0, 1, 0, 0);
        };
    }

    private static Tally tally(Finding valid) {
        return switch (valid) {
            case null -> new Tally(0, 0, 0, 1);
            case YES -> new Tally(1, 1, 0, 0);
            case UNMEASURED -> new Tally(0, 0, 1, 0);
            case NO -> new Tally(0, 1, 0, 0);
        };
    }

    private static Tally plus(Tally one, Tally other) {
        return new Tally(
                one.numerator() + other.numerator(),
                one.denominator() + other.denominator(),
                one.unmeasured() + other.unmeasured(),
                one.notApplicable() + other.notApplicable());
    }
}
