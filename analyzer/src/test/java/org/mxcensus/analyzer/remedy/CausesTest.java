package org.mxcensus.analyzer.remedy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;

/// Repairs against the judge itself: in worlds by chance each is made, and all is judged again.
class CausesTest {
    private static final Set<DaneStatus> BROKEN = EnumSet.of(
            DaneStatus.MISMATCH,
            DaneStatus.STARTTLS_MISSING,
            DaneStatus.HANDSHAKE_FAILED,
            DaneStatus.UNUSABLE,
            DaneStatus.LOOKUP_FAILED,
            DaneStatus.PARTIAL);

    @TempDir
    Path folder;

    private DirectoryStore store;

    private record Fault(String party, DaneCause cause) {}

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

        assertThat(repairs).containsExactlyElementsOf(repairs(world));
        assertThat(repairs).isNotEmpty();
        assertThat(of(Optional.empty(), 2)).isEqualTo(repairs.stream().limit(2).toList());
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
    void aCrawlThatWasNotJudgedIsNamed() {
        assertThatThrownBy(() -> of(Optional.empty(), 10))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("There is no judged crawl 2026-03-01 in ");
    }

    private List<Repair> of(Optional<String> tld, long limit) {
        return Causes.of(store, TestCrawl.DATE, TestCrawl.PROVIDERS, tld, limit).repairs();
    }

    // ---- the second computation

    private static List<Repair> repairs(ObservedWorld world) {
        Map<String, DomainVerdictRow> today = world.judged(_ -> false, Lever.TLSA);
        Map<Fault, List<String>> places = world.exchanges().stream()
                .filter(host -> fault(host).isPresent())
                .collect(groupingBy(host -> fault(host).orElseThrow(), mapping(ExchangeVerdictRow::host, toList())));
        List<Repair> repairs = new ArrayList<>(unsigned(today));
        places.forEach((fault, hosts) -> {
            Map<String, DomainVerdictRow> after = world.mended(hosts);
            List<DomainVerdictRow> touched = today.values().stream()
                    .filter(domain -> domain.hosts().stream().anyMatch(hosts::contains))
                    .filter(domain -> fault.cause() == DaneCause.SOME_HOSTS_WITHOUT
                            ? domain.dane() == DaneStatus.PARTIAL
                            : domain.dane() != null && BROKEN.contains(domain.dane()))
                    .toList();
            if (!touched.isEmpty()) {
                List<DaneStatus> statuses = touched.stream()
                        .map(domain -> after.get(domain.domain()).dane())
                        .toList();
                repairs.add(new Repair(
                        new Party(Party.Kind.PROVIDER, fault.party()),
                        fault.cause(),
                        hosts.size(),
                        hosts.stream().sorted().limit(3).toList(),
                        touched.size(),
                        statuses.stream().filter(DaneStatus.VALID::equals).count(),
                        statuses.stream()
                                .filter(status -> status == DaneStatus.UNMEASURED || status == DaneStatus.LOOKUP_FAILED)
                                .count()));
            }
        });
        return repairs.stream().sorted(Repair.ORDER).toList();
    }

    private static Optional<Fault> fault(ExchangeVerdictRow host) {
        return switch (host.dane()) {
            case null -> Optional.empty();
            case VALID, UNMEASURED -> Optional.empty();
            case NOT_DEPLOYED -> Optional.of(fault(host, DaneCause.SOME_HOSTS_WITHOUT));
            default -> Optional.of(fault(host, host.daneCause()));
        };
    }

    private static Fault fault(ExchangeVerdictRow host, DaneCause cause) {
        return new Fault(TestCrawl.PROVIDERS.ofHost(host.host()), cause);
    }

    /// Each domain of these worlds has the same two name servers.
    private static List<Repair> unsigned(Map<String, DomainVerdictRow> today) {
        long ready = today.values().stream()
                .filter(domain -> domain.dane() == DaneStatus.HOST_READY_DOMAIN_INSECURE)
                .count();
        return ready == 0
                ? List.of()
                : List.of(new Repair(
                        new Party(Party.Kind.DNS_OPERATOR, "dns-a.example + dns-b.example"),
                        DaneCause.MX_INSECURE,
                        0,
                        List.of(),
                        ready,
                        ready,
                        0));
    }
}
