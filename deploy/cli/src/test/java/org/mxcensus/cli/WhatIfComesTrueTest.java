package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// Given a world in which providers and a DNS operator lack this and that: what is predicted, then done, is what the
/// next crawl sees.
class WhatIfComesTrueTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Tally NONE = new Tally(0, 0, 0, 0);

    /// From each crawl to the next something was done.
    private static final LocalDate BEFORE = LocalDate.of(2026, 4, 1);

    private static final LocalDate BIG_PUBLISHED = LocalDate.of(2026, 5, 1);
    private static final LocalDate SMALL_SIGNED = LocalDate.of(2026, 6, 1);
    private static final LocalDate CUSTOMERS_SIGNED = LocalDate.of(2026, 7, 1);
    private static final LocalDate ALL_DONE = LocalDate.of(2026, 8, 1);
    private static final LocalDate POLICIES_SERVED = LocalDate.of(2026, 9, 1);
    private static final List<LocalDate> CRAWLS =
            List.of(BEFORE, BIG_PUBLISHED, SMALL_SIGNED, CUSTOMERS_SIGNED, ALL_DONE, POLICIES_SERVED);

    private static final String OPERATOR = "zones.net";

    @TempDir
    static Path folder;

    @BeforeAll
    static void crawlAfterEachDeed() {
        try (TestLab lab = TestLab.start(world(BEFORE), folder)) {
            for (LocalDate date : CRAWLS) {
                lab.lab().become(world(date));
                CommandRun crawl = CommandRun.of(lab.with(
                        "crawl", lab.list(folder).toString(), "--data", data().toString(), "--crawl", date.toString()));
                assertThat(crawl.done().err()).isEmpty();
            }
        }
    }

    @Test
    void aProviderPublishesTlsaRecords() {
        Map<String, Tally> predicted = predicted(BEFORE, "tlsa", "big.net");

        assertThat(predicted).isEqualTo(seen(BIG_PUBLISHED, "big.net"));
        assertThat(gained(BEFORE, "tlsa", "big.net")).isEqualTo(16);
        // Who has a backup elsewhere gains nothing, and for a host that nobody could reach nobody knows.
        assertThat(sum(predicted)).isEqualTo(new Tally(16, 60, 4, 0));
    }

    @Test
    void aProviderSignsTheNamesOfItsHostsAndPublishesTlsaRecords() {
        assertThat(gained(BIG_PUBLISHED, "tlsa", "small.net")).isZero();
        assertThat(gained(BIG_PUBLISHED, "signed_hosts", "small.net")).isEqualTo(12);
        assertThat(predicted(BIG_PUBLISHED, "signed_hosts", "small.net")).isEqualTo(seen(SMALL_SIGNED, "small.net"));
    }

    @Test
    void dnsOperatorsSignTheZonesOfCustomers() {
        assertThat(gained(SMALL_SIGNED, "signed_domains", "ready.net")).isEqualTo(8);
        assertThat(predicted(SMALL_SIGNED, "signed_domains", "ready.net"))
                .isEqualTo(seen(CUSTOMERS_SIGNED, "ready.net"));
    }

    @Test
    void aDnsOperatorSignsTheZonesOfItsCustomers() {
        List<JsonNode> lines = lines(SMALL_SIGNED, "signed_zones", "--by", "dns_operator").stream()
                .filter(line ->
                        line.has("lever") && line.get("dns_operator").asText().equals(OPERATOR))
                .toList();

        assertThat(lines.stream().mapToLong(line -> line.get("gained").asLong()).sum())
                .isEqualTo(8);
        assertThat(byTld(lines))
                .isEqualTo(seen(
                        CUSTOMERS_SIGNED,
                        verdict -> verdict.dnsOperators() != null
                                && verdict.dnsOperators().contains(OPERATOR),
                        verdict -> tally(verdict.daneValid())));
    }

    @Test
    void aProviderServesThePoliciesOfItsCustomers() {
        Map<String, Tally> predicted = predicted(ALL_DONE, "hosted_sts", "big.net");

        assertThat(predicted)
                .isEqualTo(seen(
                        POLICIES_SERVED,
                        verdict -> isAt(verdict, "big.net"),
                        verdict -> tally(Objects.requireNonNull(verdict.mtaSts()))));
        assertThat(gained(ALL_DONE, "hosted_sts", "big.net")).isEqualTo(48);
        // Who has an MX host without TLS has nothing of it, and for a host that nobody could reach nobody knows.
        assertThat(sum(predicted)).isEqualTo(new Tally(48, 56, 8, 0));
    }

    @Test
    void everybodyDoesEverything() {
        JsonNode last = lines(BEFORE, "together").stream()
                .filter(line -> line.has("curve"))
                .toList()
                .getLast();

        assertThat(tally(last)).isEqualTo(tally(new Dataset(data(), ALL_DONE).rows(Table.DOMAIN_VERDICTS)));
        assertThat(last.get("place").asInt()).isGreaterThan(4);
    }

    // ---- the world

    private static World world(LocalDate at) {
        boolean published = !at.isBefore(BIG_PUBLISHED);
        boolean signed = !at.isBefore(SMALL_SIGNED);
        boolean zones = !at.isBefore(CUSTOMERS_SIGNED);
        boolean all = !at.isBefore(ALL_DONE);
        boolean policies = !at.isBefore(POLICIES_SERVED);
        List<Spec> specs = new ArrayList<>(List.of(ZoneSpec.of("nl"), ZoneSpec.of("se"), ZoneSpec.of("net")));
        specs.add(DomainSpec.of("big.net").withSigned(true));
        specs.add(host("mx1.big.net", published));
        specs.add(host("mx2.big.net", published));
        specs.add(host("plain.big.net", published).withSmtp(SmtpBehaviour.PLAIN));
        specs.add(host("dark.big.net", published).withSmtp(SmtpBehaviour.REFUSED));
        specs.add(DomainSpec.of("small.net").withSigned(signed));
        specs.add(host("mx.small.net", signed));
        specs.add(DomainSpec.of("ready.net").withSigned(true));
        specs.add(host("mx.ready.net", true));
        specs.add(DomainSpec.of(OPERATOR));
        for (String tld : List.of("nl", "se")) {
            customers(specs, "big", tld, 6, all, "10 mx1.big.net", "20 mx2.big.net");
            customers(specs, "backup", tld, 4, all, "10 mx1.big.net", "20 mx.small.net");
            customers(specs, "plain", tld, 2, all, "10 mx1.big.net", "20 plain.big.net");
            customers(specs, "dark", tld, 2, all, "10 mx1.big.net", "20 dark.big.net");
            customers(specs, "small", tld, 2, all, "10 mx.small.net");
            customers(specs, "ready", tld, 2, zones, "10 mx.ready.net");
            customers(specs, "mixed", tld, 2, zones, "10 mx.ready.net", "20 mx1.big.net");
            specs.add(DomainSpec.of("own." + tld).withSigned(all).withMx("10 mail.own." + tld));
            specs.add(host("mail.own." + tld, all));
            specs.add(DomainSpec.of("null." + tld).withMx("0 ."));
        }
        return World.of(
                policies ? specs.stream().map(WhatIfComesTrueTest::served).toList() : specs);
    }

    /// With a policy that is served for it, if it is a customer of the large provider.
    private static Spec served(Spec spec) {
        return spec instanceof DomainSpec domain && domain.mx().stream().anyMatch(mx -> mx.endsWith(".big.net"))
                ? domain.withSts(StsSpec.of("v=STSv1; id=1;", policy(domain.mx())))
                : spec;
    }

    private static String policy(List<String> mx) {
        return mx.stream()
                .map(record -> "mx: %s\n".formatted(record.replaceAll("^\\d+ ", "")))
                .collect(Collectors.joining("", "version: STSv1\nmode: enforce\n", "max_age: 604800\n"));
    }

    /// So many domains in a signed zone, and as many in one that is signed only some day.
    private static void customers(
            List<Spec> specs, String kind, String tld, int each, boolean allSigned, String... mx) {
        List<String> ns = List.of("ns1." + (kind.equals("ready") || kind.equals("mixed") ? OPERATOR : "others.net"));
        for (int i = 0; i < each; i++) {
            specs.add(DomainSpec.of("%s-signed%d.%s".formatted(kind, i, tld))
                    .withSigned(true)
                    .withNs(ns)
                    .withMx(mx));
            specs.add(DomainSpec.of("%s-unsigned%d.%s".formatted(kind, i, tld))
                    .withSigned(allSigned)
                    .withNs(ns)
                    .withMx(mx));
        }
    }

    private static HostSpec host(String name, boolean tlsa) {
        return tlsa ? HostSpec.of(name).withTlsa("3 1 1 auto") : HostSpec.of(name);
    }

    // ---- what is predicted

    private static Map<String, Tally> predicted(LocalDate crawl, String lever, String provider) {
        return byTld(outlooks(crawl, lever, provider).toList());
    }

    private static Map<String, Tally> byTld(List<JsonNode> lines) {
        Map<String, Tally> tallies = new TreeMap<>();
        lines.forEach(line -> tallies.put(line.get("tld").asText(), tally(line)));
        return tallies;
    }

    private static long gained(LocalDate crawl, String lever, String provider) {
        return outlooks(crawl, lever, provider)
                .mapToLong(line -> line.get("gained").asLong())
                .sum();
    }

    private static Stream<JsonNode> outlooks(LocalDate crawl, String lever, String provider) {
        return lines(crawl, lever).stream()
                .filter(line -> line.has("lever")
                        && line.get("lever").asText().equals(lever)
                        && line.get("provider").asText().equals(provider));
    }

    private static List<JsonNode> lines(LocalDate crawl, String lever, String... more) {
        List<String> words =
                new ArrayList<>(List.of("what-if", "--json", "--crawl", crawl.toString(), "--lever", lever));
        words.addAll(List.of(more));
        return CommandRun.over(data(), words).done().lines().stream()
                .map(WhatIfComesTrueTest::parse)
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Tally tally(JsonNode line) {
        return new Tally(
                line.get("numerator").asLong(),
                line.get("denominator").asLong(),
                line.get("unmeasured").asLong(),
                line.get("not_applicable").asLong());
    }

    // ---- what a crawl has seen

    /// The domains with an MX host of the provider, by top-level domain.
    private static Map<String, Tally> seen(LocalDate crawl, String provider) {
        return seen(crawl, verdict -> isAt(verdict, provider), verdict -> tally(verdict.daneValid()));
    }

    private static boolean isAt(DomainVerdictRow verdict, String provider) {
        return verdict.hosts().stream().anyMatch(host -> host.endsWith("." + provider));
    }

    private static Map<String, Tally> seen(
            LocalDate crawl, Predicate<DomainVerdictRow> some, Function<DomainVerdictRow, Tally> tally) {
        Map<String, Tally> tallies = new TreeMap<>();
        new Dataset(data(), crawl)
                .rows(Table.DOMAIN_VERDICTS).stream()
                        .filter(some)
                        .forEach(verdict -> tallies.merge(
                                verdict.domain().replaceAll(".*\\.", ""),
                                tally.apply(verdict),
                                WhatIfComesTrueTest::plus));
        return tallies;
    }

    private static Tally tally(StsStatus status) {
        return status == StsStatus.UNMEASURED
                ? new Tally(0, 0, 1, 0)
                : new Tally(status == StsStatus.ENFORCING ? 1 : 0, 1, 0, 0);
    }

    private static Tally tally(Collection<DomainVerdictRow> verdicts) {
        return verdicts.stream().map(verdict -> tally(verdict.daneValid())).reduce(NONE, WhatIfComesTrueTest::plus);
    }

    private static Tally tally(Finding valid) {
        return switch (valid) {
            case null -> new Tally(0, 0, 0, 1);
            case YES -> new Tally(1, 1, 0, 0);
            case NO -> new Tally(0, 1, 0, 0);
            case UNMEASURED -> new Tally(0, 0, 1, 0);
        };
    }

    private static Tally sum(Map<String, Tally> tallies) {
        return tallies.values().stream().reduce(NONE, WhatIfComesTrueTest::plus);
    }

    private static Tally plus(Tally one, Tally other) {
        return new Tally(
                one.numerator() + other.numerator(),
                one.denominator() + other.denominator(),
                one.unmeasured() + other.unmeasured(),
                one.notApplicable() + other.notApplicable());
    }

    private static Path data() {
        return folder.resolve("data");
    }
}
