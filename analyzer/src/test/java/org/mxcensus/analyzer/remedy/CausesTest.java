package org.mxcensus.analyzer.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.OlderTables;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;

/// Repairs against the judge itself: in worlds by chance each is made, and all is judged again.
class CausesTest {
    private static final Set<Mechanism> BOTH = Set.of(Mechanism.DANE, Mechanism.MTA_STS);

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
    void whatIsPredictedOfARepairIsWhatTheJudgeSaysWhenItIsMade(long seed) {
        ObservedWorld world = new ObservedWorld(seed);
        world.write(store);

        List<Repair> repairs = of(Optional.empty(), 1_000);

        assertThat(repairs).containsExactlyElementsOf(new MendedWorld(world).repairs());
        assertThat(repairs).extracting(Repair::mechanism).contains(Mechanism.DANE, Mechanism.MTA_STS);
        assertThat(of(Optional.empty(), 2)).isEqualTo(repairs.stream().limit(2).toList());
    }

    @Test
    void ofOneMechanismAreItsRepairsAlone() {
        new ObservedWorld(31).write(store);
        List<Repair> all = of(Optional.empty(), 1_000);

        for (Mechanism mechanism : BOTH) {
            try (Causes causes = of(Set.of(mechanism), Optional.empty(), 1_000)) {
                assertThat(causes.diagnosis().repairs())
                        .isNotEmpty()
                        .isEqualTo(all.stream()
                                .filter(repair -> repair.mechanism() == mechanism)
                                .toList());
                assertThat(causes.diagnosis().today()).containsOnlyKeys(mechanism);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 35})
    void behindEachRepairAreItsDomainsByName(long seed) throws IOException {
        new ObservedWorld(seed).write(store);
        Path file = folder.resolve("behind.csv");

        try (Causes causes = of(BOTH, Optional.empty(), 12)) {
            causes.list(DomainList.in(file));
            List<String> lines = Files.readAllLines(file);

            assertThat(lines.getFirst()).isEqualTo("domain,mechanism,party_kind,party,cause,status,today,after");
            assertThat(lines).doesNotHaveDuplicates();
            long told = 1;
            for (Repair repair : causes.diagnosis().repairs()) {
                String middle = ",%s,%s,%s,%s,"
                        .formatted(
                                repair.mechanism().id(),
                                repair.party().kind().name().toLowerCase(Locale.ROOT),
                                repair.party().name(),
                                repair.cause().name());
                List<String> own =
                        lines.stream().filter(line -> line.contains(middle)).toList();
                told += own.size();
                assertThat(own).hasSize((int) repair.domains());
                assertThat(own).filteredOn(line -> line.endsWith(",YES")).hasSize((int) repair.healed());
                assertThat(own).filteredOn(line -> line.endsWith(",UNMEASURED")).hasSize((int) repair.unmeasured());
            }
            assertThat(lines).hasSize((int) told);
        }
    }

    @Test
    void aLookUpThatFailsIsForThoseToMendWhoRunTheZonesNameServers() {
        String host = "mx.provider.example";
        Pki.Identity leaf = Pki.root("root").issue(Pki.Form.server(host));
        HostObservation failing =
                Seen.host(host, Security.SECURE, new TlsaOutcome.Failed(host, DnsFailure.BOGUS, List.of()));
        crawl(new TestCrawl()
                .frame("list", "a.nl", "b.nl")
                .domain(Seen.domain("a.nl", Seen.mx(Security.SECURE, host)))
                .domain(Seen.domain("b.nl", Seen.mx(Security.INSECURE, host)))
                .host(new HostObservation(
                        host,
                        failing.observedAt(),
                        failing.registeredDomain(),
                        failing.a(),
                        failing.aaaa(),
                        failing.cname(),
                        failing.tlsa(),
                        List.of("ns1.rzone.de", "ns.second.example"),
                        1,
                        1))
                .smtp(Seen.smtp(host, Seen.IP4, Seen.tls(leaf)))
                .certificates(leaf));

        Repair repair = new Repair(
                new Party(Party.Kind.DNS_OPERATOR, "second.example + strato.de"),
                DaneCause.LOOKUP_BOGUS,
                1,
                List.of(host),
                1,
                0,
                1);
        assertThat(of(Optional.empty(), 10)).containsExactly(repair);
        assertThat(repair.party().contacts()).containsExactly("hostmaster@second.example", "hostmaster@strato.de");
    }

    @Test
    void belowOneTopLevelDomainAreItsDomainsAlone() {
        ObservedWorld world = new ObservedWorld(33);
        world.write(store);

        List<Repair> nl = of(Optional.of("nl"), 1_000);

        assertThat(nl).isNotEmpty();
        assertThat(domains(nl))
                .isEqualTo(domains(of(Optional.empty(), 1_000))
                        - domains(of(Optional.of("se"), 1_000))
                        - domains(of(Optional.of("gov"), 1_000)));
    }

    private static long domains(List<Repair> repairs) {
        return repairs.stream().mapToLong(Repair::domains).sum();
    }

    private void crawl(TestCrawl crawl) {
        crawl.write(store, TestCrawl.DATE, 0);
        TestCrawl.evaluate(store, TestCrawl.DATE);
    }

    @Test
    void verdictsThatDoNotTellWhoRunsNameServersLeaveOutWhoCouldSign() throws Exception {
        new ObservedWorld(31).write(store);
        List<Repair> all = of(Optional.empty(), 1_000);
        OlderTables.forget(store, Table.DOMAIN_VERDICTS, "dns_operators");

        try (Causes causes = of(BOTH, Optional.empty(), 1_000)) {
            assertThat(causes.diagnosis().operatorsKnown()).isFalse();
            assertThat(causes.diagnosis().repairs())
                    .noneMatch(repair -> repair.cause() == DaneCause.MX_INSECURE)
                    .noneMatch(repair -> repair.party().kind() == Party.Kind.CUSTOMERS)
                    .filteredOn(repair -> repair.party().kind() == Party.Kind.PROVIDER)
                    .isEqualTo(all.stream()
                            .filter(repair -> repair.party().kind() == Party.Kind.PROVIDER)
                            .toList());
        }
    }

    @Test
    void verdictsWithoutCausesAreToBeMadeAnew() throws Exception {
        new ObservedWorld(31).write(store);
        OlderTables.forget(store, Table.EXCHANGE_VERDICTS, "dane_cause");

        assertThatThrownBy(() -> of(Optional.empty(), 10))
                .isInstanceOf(UserError.class)
                .hasMessage("The verdicts on the crawl of 2026-03-01 are of an earlier version and name no causes; run"
                        + " `mxcensus judge --crawl 2026-03-01`.");
    }

    @Test
    void aCrawlThatWasNotJudgedIsNamed() {
        assertThatThrownBy(() -> of(Optional.empty(), 10))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("There is no judged crawl 2026-03-01 in ");
    }

    private List<Repair> of(Optional<String> tld, long limit) {
        try (Causes causes = of(BOTH, tld, limit)) {
            return causes.diagnosis().repairs();
        }
    }

    private Causes of(Set<Mechanism> mechanisms, Optional<String> tld, long limit) {
        return Causes.of(store, TestCrawl.DATE, TestCrawl.PROVIDERS, mechanisms, tld, limit);
    }
}
