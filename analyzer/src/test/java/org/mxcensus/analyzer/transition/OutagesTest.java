package org.mxcensus.analyzer.transition;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.stats.RandomVerdicts;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;

/// Outages against a second computation that shares no code with the SQL: a walk through the rows of each domain.
class OutagesTest {
    private static final List<LocalDate> CRAWLS = Stream.of(1, 2, 9, 15, 16, 28)
            .map(day -> LocalDate.of(2026, 5, day))
            .toList();

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyTallyEqualsAWalkThroughTheRows(long seed) {
        List<RandomVerdicts> crawls = crawls(seed);

        for (Mechanism mechanism : List.of(Mechanism.DANE, Mechanism.MTA_STS)) {
            assertThat(outages(mechanism, Optional.empty()))
                    .containsExactlyInAnyOrderElementsOf(tallies(crawls, mechanism, ""));
            assertThat(outages(mechanism, Optional.of("nl")))
                    .containsExactlyInAnyOrderElementsOf(tallies(crawls, mechanism, ".nl"));
        }
    }

    @Test
    void allComeFirstAndAddUp() {
        crawls(9);

        List<OutageTally> tallies = outages(Mechanism.DANE, Optional.empty());

        assertThat(tallies.getFirst().all()).isTrue();
        assertThat(tallies.stream().skip(1))
                .hasSizeGreaterThan(3)
                .noneMatch(OutageTally::all)
                .isSortedAccordingTo(
                        Comparator.comparingLong(OutageTally::outages).reversed());
        assertThat(tallies.stream().skip(1).mapToLong(OutageTally::outages).sum())
                .isEqualTo(tallies.getFirst().outages());
        assertThat(tallies).allMatch(tally -> tally.open() >= 0 && tally.shortest() <= tally.longest());
    }

    @Test
    void whereNobodyIsBrokenThereAreNoOutages() {
        crawls(10);

        assertThat(outages(Mechanism.DANE, Optional.of("museum"))).isEmpty();
        assertThat(Outages.of(store, List.of(), Mechanism.DANE, Optional.empty(), Limits.DEFAULT))
                .isEmpty();
    }

    @Test
    void whatIsThereOrIsNotHasNoOutages() {
        assertThatThrownBy(() -> outages(Mechanism.TLSRPT, Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessage("TLS reporting is there or is not, and has no outages; name one of dane, mta_sts.");
    }

    private List<OutageTally> outages(Mechanism mechanism, Optional<String> tld) {
        return Outages.of(store, CRAWLS, mechanism, tld, Limits.DEFAULT);
    }

    private List<RandomVerdicts> crawls(long seed) {
        List<RandomVerdicts> crawls = new ArrayList<>();
        for (LocalDate date : CRAWLS) {
            RandomVerdicts crawl = new RandomVerdicts(new Random(seed + 100 * crawls.size()));
            crawl.write(store, date);
            crawls.add(crawl);
        }
        return crawls;
    }

    // ---- the second computation

    private static final class Outage {
        final Optional<String> cause;
        final @Nullable LocalDate before;
        final LocalDate first;
        LocalDate last;

        @Nullable
        LocalDate after;

        @Nullable
        Standing end;

        Outage(Optional<String> cause, @Nullable LocalDate before, LocalDate first) {
            this.cause = cause;
            this.before = before;
            this.first = first;
            this.last = first;
        }

        boolean isFollowed() {
            return before != null && isRepaired();
        }

        boolean isRepaired() {
            return end == Standing.WORKING || end == Standing.PARTIAL;
        }
    }

    private static List<OutageTally> tallies(List<RandomVerdicts> crawls, Mechanism mechanism, String suffix) {
        TreeSet<String> domains = new TreeSet<>();
        crawls.forEach(crawl -> crawl.frame.stream()
                .map(FrameRow::domain)
                .filter(domain -> domain.endsWith(suffix))
                .forEach(domains::add));
        List<Outage> all = domains.stream()
                .flatMap(domain -> outages(crawls, mechanism, domain).stream())
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        List<OutageTally> tallies = new ArrayList<>(List.of(tally(true, Optional.empty(), all)));
        Map<Optional<String>, List<Outage>> byCause = all.stream().collect(groupingBy(outage -> outage.cause));
        byCause.forEach((cause, some) -> tallies.add(tally(false, cause, some)));
        return tallies;
    }

    private static List<Outage> outages(List<RandomVerdicts> crawls, Mechanism mechanism, String domain) {
        List<Outage> outages = new ArrayList<>();
        LocalDate sound = null;
        Outage open = null;
        for (int i = 0; i < crawls.size(); i++) {
            LocalDate day = CRAWLS.get(i);
            Standing standing = RowStanding.of(crawls.get(i), domain, mechanism);
            if (!standing.isKnown()) {
                continue;
            }
            if (standing == Standing.BROKEN && open == null) {
                open = new Outage(cause(crawls.get(i).verdicts.get(domain), mechanism), sound, day);
                outages.add(open);
            } else if (standing == Standing.BROKEN) {
                open.last = day;
            } else {
                if (open != null) {
                    open.after = day;
                    open.end = standing;
                }
                open = null;
                sound = day;
            }
        }
        return outages;
    }

    private static Optional<String> cause(DomainVerdictRow verdict, Mechanism mechanism) {
        return Optional.ofNullable(mechanism == Mechanism.DANE ? verdict.daneCause() : verdict.mtaStsCause())
                .map(Enum::name);
    }

    private static OutageTally tally(boolean all, Optional<String> cause, List<Outage> outages) {
        return new OutageTally(
                all,
                cause,
                outages.size(),
                outages.stream().filter(outage -> outage.before != null).count(),
                outages.stream().filter(Outage::isRepaired).count(),
                outages.stream()
                        .filter(outage -> outage.end == Standing.WITHOUT)
                        .count(),
                outages.stream().filter(Outage::isFollowed).count(),
                median(outages, outage -> days(outage.first, outage.last)),
                median(outages, outage -> days(outage.before, outage.after)));
    }

    /// Of two in the middle the lower.
    private static int median(List<Outage> outages, ToIntFunction<Outage> length) {
        int[] lengths = outages.stream()
                .filter(Outage::isFollowed)
                .mapToInt(length)
                .sorted()
                .toArray();
        return lengths.length == 0 ? 0 : lengths[(lengths.length - 1) / 2];
    }

    private static int days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }
}
