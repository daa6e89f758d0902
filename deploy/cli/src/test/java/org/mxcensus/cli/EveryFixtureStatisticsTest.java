package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.TrendsStore;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.lab.truth.AddressTruth;
import org.mxcensus.lab.truth.DomainTruth;
import org.mxcensus.lab.truth.HostTruth;
import org.mxcensus.lab.truth.Truth;
import org.mxcensus.lab.world.World;

/// Given a world with every fixture: what could not be told is unmeasured in every statistic, and never "no".
@Tag("full")
class EveryFixtureStatisticsTest {
    private static final LocalDate DATE = LocalDate.of(2026, 8, 22);
    /// How a dialogue ends that tells nothing about the server.
    private static final Set<String> TELLS_NOTHING = Set.of("NOT_CONNECTED", "DEFERRED", "BLOCKED", "PROTOCOL_ERROR");

    @TempDir
    static Path folder;

    private static TestLab lab;
    private static Truth truth;
    private static Map<String, DomainVerdictRow> verdicts = Map.of();

    @BeforeAll
    static void crawlTheWorld() {
        lab = TestLab.start(World.everyFixture(), folder);
        truth = lab.lab().truth();
        CommandRun run = CommandRun.of(lab.with(
                "crawl",
                lab.list(folder).toString(),
                "--data",
                data().toString(),
                "--crawl",
                DATE.toString(),
                "--implicit-mx"));
        assertThat(run.err()).isEmpty();
        verdicts = new Dataset(data(), DATE)
                .rows(Table.DOMAIN_VERDICTS).stream()
                        .collect(Collectors.toMap(DomainVerdictRow::domain, Function.identity()));
    }

    @AfterAll
    static void endTheWorld() {
        lab.close();
    }

    @Test
    void hostsThatAreUnreachableSilentOrBusyLeaveTheirDomainsUnmeasured() {
        List<DomainVerdictRow> untold = truth.domains().values().stream()
                .filter(domain -> domain.mxStatus().equals("HOSTS"))
                .filter(domain -> addresses(domain).findAny().isPresent())
                .filter(domain -> addresses(domain).allMatch(address -> TELLS_NOTHING.contains(address.outcome())))
                .map(domain -> verdict(domain.domain()))
                .toList();

        assertThat(untold).hasSizeGreaterThanOrEqualTo(10);
        assertThat(untold)
                .allSatisfy(verdict -> assertThat(Stream.of(
                                verdict.starttls(),
                                verdict.tls13(),
                                verdict.certificateTrusted(),
                                verdict.certificateName()))
                        .as(verdict.domain())
                        .containsOnly(Finding.UNMEASURED));
    }

    @Test
    void aDomainWhoseMxCouldNotBeLookedUpIsUnmeasuredInEverything() {
        List<DomainVerdictRow> untold = truth.domains().values().stream()
                .filter(domain -> domain.mxStatus().equals("UNMEASURED"))
                .map(domain -> verdict(domain.domain()))
                .toList();

        assertThat(untold).isNotEmpty();
        assertThat(untold)
                .allSatisfy(verdict -> assertThat(Stream.of(
                                verdict.mail(),
                                verdict.dnssec(),
                                verdict.starttls(),
                                verdict.tlsrpt(),
                                verdict.authenticated()))
                        .as(verdict.domain())
                        .containsOnly(Finding.UNMEASURED));
    }

    @Test
    void danesAndPoliciesVerdictsAreTheTruth() {
        assertThat(verdicts.values())
                .filteredOn(verdict -> verdict.mail() == Finding.YES)
                .isNotEmpty()
                .allSatisfy(verdict -> {
                    DomainTruth domain = truth.domain(verdict.domain());
                    assertThat(Objects.toString(verdict.dane(), ""))
                            .as("DANE of %s", verdict.domain())
                            .isEqualTo(domain.dane());
                    assertThat(Objects.toString(verdict.mtaSts(), ""))
                            .as("MTA-STS of %s", verdict.domain())
                            .isEqualTo(domain.mtaSts());
                });
    }

    @Test
    void everyFigureIsTheCountOfItsVerdicts() {
        assertCounted(Metric.MAIL, DomainVerdictRow::mail);
        assertCounted(Metric.DNSSEC, DomainVerdictRow::dnssec);
        assertCounted(Metric.STARTTLS, DomainVerdictRow::starttls);
        assertCounted(Metric.TLS13, DomainVerdictRow::tls13);
        assertCounted(Metric.CERTIFICATE_TRUSTED, DomainVerdictRow::certificateTrusted);
        assertCounted(Metric.CERTIFICATE_NAME, DomainVerdictRow::certificateName);
        assertCounted(Metric.CERTIFICATE_NEXT_HOP, DomainVerdictRow::nextHopName);
        assertCounted(Metric.DANE, DomainVerdictRow::daneValid);
        assertCounted(Metric.AUTHENTICATED, DomainVerdictRow::authenticated);
        assertCounted(Metric.TLSRPT, DomainVerdictRow::tlsrpt);
    }

    @Test
    void theFrameIsWhatWasMeasuredAndWhatWasNot() {
        assertThat(points()).hasSize(Metric.values().length).allSatisfy(point -> {
            assertThat(point.frame()).isEqualTo(truth.domains().size());
            assertThat(point.denominator() + point.unmeasured() + point.notApplicable())
                    .isEqualTo(point.frame());
        });
    }

    private static void assertCounted(Metric metric, Function<DomainVerdictRow, @Nullable Finding> finding) {
        Map<Finding, Long> counts = verdicts.values().stream()
                .map(finding)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long yes = counts.getOrDefault(Finding.YES, 0L);
        long no = counts.getOrDefault(Finding.NO, 0L);
        long untold = counts.getOrDefault(Finding.UNMEASURED, 0L);
        assertThat(points())
                .filteredOn(point -> point.metric() == metric)
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.numerator()).as("numerator of %s", metric).isEqualTo(yes);
                    assertThat(point.denominator())
                            .as("denominator of %s", metric)
                            .isEqualTo(yes + no);
                    assertThat(point.unmeasured())
                            .as("unmeasured of %s", metric)
                            .isEqualTo(untold);
                });
    }

    private static List<AdoptionPoint> points() {
        try (Trends trends = TrendsStore.open(new DirectoryStore(data())).orElseThrow()) {
            return trends.points(new Scope.All(), Weighting.DOMAINS);
        }
    }

    private static Stream<AddressTruth> addresses(DomainTruth domain) {
        return domain.mx().stream()
                .map(mx -> truth.host(mx.substring(mx.indexOf(' ') + 1)))
                .map(HostTruth::addresses)
                .flatMap(List::stream);
    }

    private static DomainVerdictRow verdict(String domain) {
        return Objects.requireNonNull(verdicts.get(domain), domain);
    }

    private static Path data() {
        return folder.resolve("data");
    }
}
