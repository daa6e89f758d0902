package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Figure;
import org.mxcensus.analyzer.reconcile.Reconciliation;
import org.mxcensus.analyzer.transition.Event;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Panel;
import org.mxcensus.analyzer.transition.PanelPoint;
import org.mxcensus.analyzer.transition.Standing;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.analyzer.transition.Transition;
import org.mxcensus.analyzer.transition.Transitions;
import org.mxcensus.crawler.source.Source;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.crawler.source.Sources;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.ReleaseFiles;

/// The real zone of .gov, month by month: what transitions say of its signed delegations, against a count that only
/// looks at the lines of the zone file. Nobody was called, so that of all other mechanisms nothing could be told.
@Tag("full")
class GovZonesTest {
    @TempDir
    static Path folder;

    private static final NavigableMap<LocalDate, Lines> MONTHS = new TreeMap<>();
    private static final NavigableMap<LocalDate, List<Transition>> SINCE_THE_MONTH_BEFORE = new TreeMap<>();
    private static DirectoryStore store;

    @BeforeAll
    static void readEveryMonth() throws IOException {
        String data = System.getenv("MXCENSUS_REAL_DATA");
        assumeTrue(data != null, "MXCENSUS_REAL_DATA is not set: the real zones are not at hand");
        store = new DirectoryStore(folder);
        try (Stream<Path> files = Files.list(Path.of(data, "zones"))) {
            for (Path zone : files.sorted().toList()) {
                String name = zone.getFileName().toString();
                if (name.matches("gov-[\\d-]+\\.zone\\.gz")) {
                    LocalDate month = LocalDate.parse(name.substring("gov-".length(), "gov-2026-08-22".length()));
                    MONTHS.put(month, Lines.of(zone));
                    publish(month, zone);
                }
            }
        }
        assertThat(MONTHS).hasSize(33);
        for (LocalDate month : MONTHS.tailMap(MONTHS.firstKey(), false).keySet()) {
            try (Transitions transitions = Transitions.between(store, MONTHS.lowerKey(month), month)) {
                SINCE_THE_MONTH_BEFORE.put(month, transitions.all());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-31, 1572, 9803",
        "2024-12-31, 1791, 11881",
        "2025-12-31, 2002, 14784",
        "2026-08-22, 2069, 16536"
    })
    void theLinesOfTheZoneSayAsMuchAsTheRegistryPublished(LocalDate month, int signed, int delegated) {
        assertThat(MONTHS.get(month).signed()).hasSize(signed);
        assertThat(MONTHS.get(month).delegated()).hasSize(delegated);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-31, 1572, 9803",
        "2024-12-31, 1791, 11881",
        "2025-12-31, 2002, 14784",
        "2026-08-22, 2069, 16536"
    })
    void byTheRegistriesDefinitionTheSignedShareIsWhatTheRegistryPublished(LocalDate month, int signed, int delegated) {
        try (Reconciliation reconciliation = Reconciliation.of(store, month, Optional.empty())) {
            assertThat(reconciliation.figures())
                    .containsEntry(Definition.SIGNED_SHARE, new Figure(signed, delegated, 0, 0));
        }
    }

    @Test
    void theSignedShareOfEveryMonthIsThatOfTheLines() {
        SINCE_THE_MONTH_BEFORE.forEach((month, transitions) -> {
            Lines before = MONTHS.get(MONTHS.lowerKey(month));
            Lines now = MONTHS.get(month);
            assertThat(standing(transitions, Transition::after)).as("%s", month).isEqualTo(shares(now, before));
            assertThat(standing(transitions, Transition::before))
                    .as("the month before %s", month)
                    .isEqualTo(shares(before, now));
        });
    }

    @Test
    void eachMonthFollowsFromTheOneBeforeByWhatBecameOfItsDomains() {
        SINCE_THE_MONTH_BEFORE.forEach((month, transitions) -> {
            Lines before = MONTHS.get(MONTHS.lowerKey(month));
            Lines now = MONTHS.get(month);
            long frame = before.delegated().size()
                    + sum(transitions, Event.APPEARED, Standing.WORKING)
                    + sum(transitions, Event.APPEARED, Standing.WITHOUT)
                    - sum(transitions, Event.VANISHED, Standing.WORKING)
                    - sum(transitions, Event.VANISHED, Standing.WITHOUT);
            long signed = before.signed().size()
                    + sum(transitions, Event.ADOPTED, Standing.WORKING)
                    - sum(transitions, Event.DROPPED, Standing.WORKING)
                    + sum(transitions, Event.APPEARED, Standing.WORKING)
                    - sum(transitions, Event.VANISHED, Standing.WORKING);
            assertThat(frame).as("%s", month).isEqualTo(now.delegated().size());
            assertThat(signed).as("%s", month).isEqualTo(now.signed().size());
        });
    }

    @Test
    void theNamesBehindEachEventAreThoseOfTheLines() {
        for (LocalDate month : List.of(LocalDate.of(2024, 6, 30), LocalDate.of(2025, 7, 31), MONTHS.lastKey())) {
            Lines before = MONTHS.get(MONTHS.lowerKey(month));
            Lines now = MONTHS.get(month);
            Set<String> both = both(before.delegated(), now.delegated());
            try (Transitions transitions = Transitions.between(store, MONTHS.lowerKey(month), month)) {
                assertThat(names(transitions, Event.APPEARED)).isEqualTo(without(now.delegated(), before.delegated()));
                assertThat(names(transitions, Event.VANISHED)).isEqualTo(without(before.delegated(), now.delegated()));
                assertThat(names(transitions, Event.ADOPTED))
                        .isNotEmpty()
                        .isEqualTo(both(both, without(now.signed(), before.signed())));
                assertThat(names(transitions, Event.DROPPED))
                        .isEqualTo(both(both, without(before.signed(), now.signed())));
            }
        }
    }

    @Test
    void theConstantPanelIsTheDomainsOfEveryMonth() {
        Set<String> panel = new TreeSet<>(MONTHS.firstEntry().getValue().delegated());
        MONTHS.values().forEach(lines -> panel.retainAll(lines.delegated()));
        List<PanelPoint> counted = new ArrayList<>();
        MONTHS.forEach((month, lines) -> counted.add(new PanelPoint(
                month,
                Mechanism.SIGNED,
                new Tally(lines.signed().size(), lines.delegated().size(), 0, 0),
                new Tally(both(lines.signed(), panel).size(), panel.size(), 0, 0))));

        assertThat(Panel.points(store, List.copyOf(MONTHS.keySet()), Optional.of("gov")))
                .filteredOn(point -> point.mechanism() == Mechanism.SIGNED)
                .isEqualTo(counted);
    }

    @Test
    void ofWhomNobodyWasAskedNothingIsTold() {
        for (Mechanism mechanism : Mechanism.values()) {
            if (mechanism != Mechanism.SIGNED) {
                assertThat(SINCE_THE_MONTH_BEFORE.lastEntry().getValue())
                        .filteredOn(one -> one.mechanism() == mechanism)
                        .isNotEmpty()
                        .extracting(Transition::event)
                        .containsOnly(Event.UNMEASURED, Event.APPEARED, Event.VANISHED);
            }
        }
    }

    // ---- what transitions say

    private static Map<Standing, Long> standing(List<Transition> transitions, Function<Transition, Standing> side) {
        Map<Standing, Long> sums = new TreeMap<>();
        transitions.stream()
                .filter(one -> one.mechanism() == Mechanism.SIGNED)
                .forEach(one -> sums.merge(side.apply(one), one.domains(), Long::sum));
        return sums;
    }

    /// @param standing of the domain while it was named, or after the event
    private static long sum(List<Transition> transitions, Event event, Standing standing) {
        return transitions.stream()
                .filter(one -> one.mechanism() == Mechanism.SIGNED && one.event() == event)
                .filter(one -> one.before() == standing || one.after() == standing)
                .mapToLong(Transition::domains)
                .sum();
    }

    private static Set<String> names(Transitions transitions, Event event) {
        return new TreeSet<>(transitions.domains(Mechanism.SIGNED, event, Optional.of("gov"), 0, Long.MAX_VALUE));
    }

    // ---- the frames

    private static void publish(LocalDate month, Path zone) {
        List<FrameRow> frame = new ArrayList<>();
        try (Source source = Sources.open(SourceInput.of(zone))) {
            source.forEach(frame::add);
        }
        ReleaseFiles names = ReleaseFiles.startedAt(month, Instant.EPOCH);
        new Manifests(store)
                .publish(new Manifest(
                        month,
                        Instant.EPOCH,
                        new Manifest.Program("mxcensus", "1", "unknown"),
                        1,
                        Map.of(),
                        List.of(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        List.of(
                                file(names, Table.FRAME, frame),
                                file(names, Table.DOMAINS, List.of()),
                                file(names, Table.MX_HOSTS, List.of()),
                                file(names, Table.HOST_VERDICTS, List.of()),
                                file(names, Table.EXCHANGE_VERDICTS, List.of()),
                                file(names, Table.DOMAIN_VERDICTS, List.of()))));
    }

    private static <R extends Record> Manifest.TableFile file(ReleaseFiles names, Table<R> table, List<R> rows) {
        Path local = store.scratch(table.name());
        ParquetFiles.write(table, local, rows);
        return names.publish(store, local, table.name(), 0, rows.size());
    }

    // ---- the second computation

    private static Map<Standing, Long> shares(Lines month, Lines other) {
        Map<Standing, Long> shares = new TreeMap<>();
        shares.put(Standing.WORKING, (long) month.signed().size());
        shares.put(
                Standing.WITHOUT,
                (long) month.delegated().size() - month.signed().size());
        long outside = without(other.delegated(), month.delegated()).size();
        if (outside > 0) {
            shares.put(Standing.OUTSIDE, outside);
        }
        return shares;
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> both(Set<String> names, Set<String> others) {
        Set<String> both = new TreeSet<>(names);
        both.retainAll(others);
        return both;
    }

    /// What the lines of a zone file say, one record a line: owner, TTL, class, type, data.
    ///
    /// @param delegated owners of NS records below the apex
    /// @param signed owners of DS records
    private record Lines(Set<String> delegated, Set<String> signed) {
        static Lines of(Path zone) throws IOException {
            Set<String> delegated = new HashSet<>();
            Set<String> signed = new HashSet<>();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(zone)), StandardCharsets.US_ASCII))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.isEmpty() || line.startsWith(";")) {
                        continue;
                    }
                    String[] fields = line.split("\\s+", 5);
                    String owner = fields[0].toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
                    if (fields[3].equals("NS") && !owner.equals("gov")) {
                        delegated.add(owner);
                    } else if (fields[3].equals("DS")) {
                        signed.add(owner);
                    }
                }
            }
            return new Lines(delegated, signed);
        }
    }
}
