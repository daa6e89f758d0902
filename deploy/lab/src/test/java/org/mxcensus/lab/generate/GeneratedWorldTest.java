package org.mxcensus.lab.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.lab.truth.DomainTruth;
import org.mxcensus.lab.truth.HostTruth;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.WorldWriter;

/// A generated world is repeatable, of a plausible size in every respect, and moves in the right direction.
class GeneratedWorldTest {

    private static final GeneratedWorld WORLD = new GeneratedWorld(1, 2_000);
    private static final List<Shares> MONTHS = IntStream.rangeClosed(0, 12)
            .mapToObj(month -> new Shares(WORLD, month))
            .toList();

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(bytes(new GeneratedWorld(7, 300).atMonth(5)))
                .isEqualTo(bytes(new GeneratedWorld(7, 300).atMonth(5)))
                .isNotEqualTo(bytes(new GeneratedWorld(8, 300).atMonth(5)));
    }

    @Test
    void aMonthDoesNotDependOnThoseAskedForBefore() {
        GeneratedWorld world = new GeneratedWorld(7, 300);
        String fresh = bytes(world.atMonth(3));
        world.atMonth(9);
        assertThat(bytes(world.atMonth(3))).isEqualTo(fresh);
    }

    @Test
    void aLargerWorldHoldsTheSmallerOne() {
        assertThat(new GeneratedWorld(7, 600).domains()).containsAll(new GeneratedWorld(7, 300).domains());
    }

    @Test
    void hasAsManyDomainsAsAskedForInEveryMonth() {
        assertThat(WORLD.domains()).hasSize(2_000).doesNotHaveDuplicates();
        for (int month : new int[] {0, 6, 12}) {
            World world = WORLD.atMonth(month);
            assertThat(WORLD.domains())
                    .allSatisfy(name -> assertThat(world.domain(name)).isPresent());
        }
    }

    @Test
    void knowsNoMonthBeforeTheFirst() {
        assertThatThrownBy(() -> WORLD.atMonth(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoToFourInAHundredCannotBeMeasuredInAnyMonth() {
        assertThat(MONTHS)
                .extracting(Shares::unmeasured)
                .allSatisfy(share -> assertThat(share).isBetween(0.015, 0.045));
    }

    @Test
    void someServersAreRefusingSilentOrBusyInEveryMonth() {
        for (int month = 0; month <= 12; month++) {
            assertThat(WORLD.atMonth(month).hosts())
                    .extracting(host -> host.smtp().behaviour())
                    .contains(SmtpBehaviour.REFUSED, SmtpBehaviour.DEFERRED);
        }
        assertThat(MONTHS.getFirst().count(domain -> domain.mxStatus().equals("UNMEASURED")))
                .isPositive();
    }

    @Test
    void nearlyAllMailServersOfferStartTls() {
        assertThat(MONTHS)
                .extracting(Shares::starttls)
                .allSatisfy(share -> assertThat(share).isBetween(0.93, 0.995));
        assertThat(MONTHS.getLast().starttls()).isGreaterThan(MONTHS.getFirst().starttls());
    }

    @Test
    void tls13Grows() {
        assertThat(MONTHS.getFirst().tls13()).isBetween(0.8, 0.95);
        assertThat(MONTHS.getLast().tls13()).isGreaterThan(MONTHS.getFirst().tls13() + 0.05);
    }

    @Test
    void theShareOfSignedDomainsDependsOnTheTopLevelDomain() {
        assertThat(signed(MONTHS.getFirst(), "com")).isBetween(0.01, 0.10);
        assertThat(signed(MONTHS.getFirst(), "nl")).isBetween(0.40, 0.60);
        assertThat(signed(MONTHS.getFirst(), "gov")).isBetween(0.08, 0.25);
    }

    @Test
    void whoSignedStaysSigned() {
        for (int month = 1; month <= 12; month++) {
            List<String> before = securely(MONTHS.get(month - 1));
            List<String> now = securely(MONTHS.get(month));
            List<String> alive = MONTHS.get(month).domains().stream()
                    .filter(domain ->
                            domain.mxFailure().isEmpty() && !domain.mxStatus().equals("NXDOMAIN"))
                    .map(DomainTruth::domain)
                    .toList();
            assertThat(now).containsAll(before.stream().filter(alive::contains).toList());
            assertThat(now.size()).isGreaterThanOrEqualTo(before.size() - 20);
        }
        assertThat(securely(MONTHS.getLast()).size())
                .isGreaterThan(securely(MONTHS.getFirst()).size() + 50);
    }

    @Test
    void aLargeProviderTurnsOnTlsa() {
        int month = Providers.BUMP_MONTH;
        double before = valid(MONTHS.get(month)) - valid(MONTHS.get(month - 1));
        double usual = valid(MONTHS.get(month - 1)) - valid(MONTHS.get(month - 2));
        assertThat(before).isGreaterThan(0.01).isGreaterThan(3 * usual);
    }

    @Test
    void aLargeProviderPublishesMtaStsForItsCustomers() {
        assertThat(sts(MONTHS.get(Providers.STS_MONTH)) - sts(MONTHS.get(Providers.STS_MONTH - 1)))
                .isGreaterThan(0.015);
        assertThat(sts(MONTHS.getLast())).isGreaterThan(0.06);
        assertThat(MONTHS.getLast().count(domain -> domain.mtaSts().equals("BROKEN")))
                .isPositive();
    }

    @Test
    void aProviderForgetsItsTlsaRecordsForOneMonth() {
        int month = Providers.ROLL_OVER_MONTH;
        List<String> hosts = Providers.FORGETFUL.hostNames();
        assertThat(daneOf(hosts, month - 1)).containsOnly("VALID");
        assertThat(daneOf(hosts, month)).containsOnly("MISMATCH");
        assertThat(daneOf(hosts, month + 1)).containsOnly("VALID");
        assertThat(MONTHS.get(month).of(domain -> domain.dane().equals("MISMATCH")))
                .isGreaterThan(0.005);
    }

    @Test
    void tlsrptGrows() {
        assertThat(MONTHS.getLast().of(domain -> domain.tlsrpt().equals("VALID")))
                .isGreaterThan(
                        2 * MONTHS.getFirst().of(domain -> domain.tlsrpt().equals("VALID")));
    }

    @Test
    void aFewProvidersHaveMostDomains() {
        var customers = WORLD.customers().stream()
                .flatMap(customer -> customer.providerIn(0).stream())
                .collect(Collectors.groupingBy(Provider::domain, Collectors.counting()));
        List<Long> sizes = customers.values().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        assertThat(customers).hasSize(Providers.ALL.size());
        long all = sizes.stream().mapToLong(Long::longValue).sum();
        assertThat(sizes.get(0) + sizes.get(1) + sizes.get(2)).isBetween(all * 4 / 10, all * 7 / 10);
    }

    @Test
    void hostsAreSharedExceptWhereEachCustomerHasANameOfItsOwn() {
        World world = WORLD.atMonth(0);
        assertThat(world.hosts()).extracting(HostSpec::name).anyMatch(name -> name.endsWith(".inbound.cumulo.example"));
        long users = world.domains().stream()
                .map(DomainSpec::mx)
                .filter(mx -> mx.stream().anyMatch(text -> text.endsWith(" mx1.brightpost.example")))
                .count();
        assertThat(users).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20_000})
    void canBeSmallOrLarge(int domains) {
        assertThat(new GeneratedWorld(3, domains).atMonth(12).domains()).hasSize(domains + Providers.ALL.size());
    }

    private static String bytes(World world) {
        return world.specs().stream().map(WorldWriter::line).collect(Collectors.joining("\n"));
    }

    private static double signed(Shares shares, String top) {
        List<DomainTruth> all = shares.domains().stream()
                .filter(domain -> domain.domain().endsWith('.' + top))
                .toList();
        return (double) all.stream()
                        .filter(domain -> domain.mxSecurity().equals("SECURE"))
                        .count()
                / all.size();
    }

    private static List<String> securely(Shares shares) {
        return shares.domains().stream()
                .filter(domain -> domain.mxSecurity().equals("SECURE"))
                .filter(domain -> !domain.mxStatus().equals("NXDOMAIN"))
                .map(DomainTruth::domain)
                .toList();
    }

    private static double valid(Shares shares) {
        return shares.of(domain -> domain.dane().equals("VALID"));
    }

    private static double sts(Shares shares) {
        return shares.of(domain -> List.of("ENFORCING", "TESTING").contains(domain.mtaSts()));
    }

    private static List<String> daneOf(List<String> hosts, int month) {
        return MONTHS.get(month).domains().stream()
                .flatMap(domain -> MONTHS.get(month).hosts(domain).stream())
                .filter(host -> hosts.contains(host.host()))
                .map(HostTruth::dane)
                .toList();
    }
}
