package org.mxcensus.crawler.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.crawler.dns.DnsClient;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.crawler.dns.ScriptedDns;
import org.mxcensus.crawler.dns.ScriptedServer;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.xbill.DNS.Rcode;

/// Where TLSA is looked for, given the addresses (RFC 7672 §2.2.2, §2.2.3), and what is made of it.
class HostProbeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-22T12:00:00Z"), ZoneOffset.UTC);
    private static final List<TlsaRecord> RECORDS = List.of(new TlsaRecord(3, 1, 1, "ab"));
    private static final String TLSA = " TLSA 3 1 1 ab";

    private final ScriptedDns dns = new ScriptedDns();

    @Test
    void aSecureHostWithTlsa() {
        dns.signed("mx.example")
                .records("mx.example A 192.0.2.1", "mx.example AAAA 2001:db8::1", "_25._tcp.mx.example" + TLSA);
        HostObservation seen = probe("mx.example");
        assertThat(seen)
                .isEqualTo(new HostObservation(
                        "mx.example",
                        CLOCK.instant(),
                        "registered of mx.example",
                        new Answer.Found<>(List.of("192.0.2.1"), Security.SECURE, 300),
                        new Answer.Found<>(List.of("2001:db8::1"), Security.SECURE, 300),
                        List.of(),
                        new TlsaOutcome.Found("mx.example", RECORDS, 300),
                        List.of(),
                        3,
                        0));
    }

    @Test
    void oneSecureFamilyIsEnough() {
        dns.signed("mx.example")
                .records("mx.example AAAA 2001:db8::1", "_25._tcp.mx.example" + TLSA)
                .failing("mx.example", "A", Rcode.REFUSED);
        HostObservation seen = probe("mx.example");
        assertThat(seen.a()).isEqualTo(new Answer.Failed<>(DnsFailure.REFUSED));
        assertThat(seen.tlsa()).isEqualTo(new TlsaOutcome.Found("mx.example", RECORDS, 300));
    }

    @Test
    void aSecureHostWithoutTlsa() {
        dns.signed("mx.example").records("mx.example A 192.0.2.1");
        assertThat(probe("mx.example").tlsa()).isEqualTo(new TlsaOutcome.Absent(Security.SECURE));
    }

    @Test
    void aSecureHostWithAnInsecureDenial() {
        dns.signed("mx.example").unsigned("_tcp.mx.example").records("mx.example A 192.0.2.1");
        assertThat(probe("mx.example").tlsa()).isEqualTo(new TlsaOutcome.Absent(Security.INSECURE));
    }

    @Test
    void aSecureHostWithInsecureTlsa() {
        dns.signed("mx.example")
                .unsigned("_tcp.mx.example")
                .records("mx.example A 192.0.2.1", "_25._tcp.mx.example" + TLSA);
        assertThat(probe("mx.example").tlsa()).isEqualTo(new TlsaOutcome.FoundInsecure("mx.example", RECORDS, 300));
    }

    @Test
    void aFailureBelowASecureHostNamesTheServersOfItsZone() {
        dns.signed("example.net")
                .records(
                        "mx.example.net A 192.0.2.1",
                        "example.net NS ns2.dns.example.",
                        "example.net NS ns1.dns.example.")
                .failing("_25._tcp.mx.example.net", "TLSA", Rcode.SERVFAIL);
        HostObservation seen = probe("mx.example.net");
        assertThat(seen.tlsa()).isEqualTo(new TlsaOutcome.Failed("mx.example.net", DnsFailure.SERVFAIL, List.of()));
        assertThat(seen.zoneNs()).containsExactly("ns1.dns.example", "ns2.dns.example");
        // A, AAAA, TLSA, TLSA without validation, NS of the host, NS of its zone.
        assertThat(seen.queries()).isEqualTo(6);
    }

    @Test
    void whereNothingCanBeDeniedTheZoneIsTheOneThatSaysWhatIsThere() {
        dns.signed("example.net")
                .records("mx.example.net A 192.0.2.1", "example.net NS ns1.dns.example.")
                .failing("_25._tcp.mx.example.net", "TLSA", Rcode.SERVFAIL)
                .failing("mx.example.net", "NS", Rcode.SERVFAIL);
        assertThat(probe("mx.example.net").zoneNs()).containsExactly("ns1.dns.example");
    }

    @Test
    void noTldIsBlamedAndNobodyWhereTheZoneDoesNotAnswer() {
        dns.signed("net")
                .records("net NS a.gtld.example.", "mx.net A 192.0.2.1", "mx.example.net A 192.0.2.2")
                .failing("_25._tcp.mx.net", "TLSA", Rcode.REFUSED)
                .failing("_25._tcp.mx.example.net", "TLSA", Rcode.REFUSED)
                .failing("mx.example.net", "NS", Rcode.REFUSED);
        assertThat(probe("mx.net").zoneNs()).isEmpty();
        assertThat(probe("mx.example.net").zoneNs()).isEmpty();
    }

    @Test
    void aSecureAliasIsAskedAtItsEndFirst() {
        dns.signed("example")
                .records(
                        "mx.example CNAME mid.example.",
                        "mid.example CNAME end.example.",
                        "end.example A 192.0.2.1",
                        "_25._tcp.end.example" + TLSA,
                        "_25._tcp.mx.example TLSA 3 1 1 cd");
        HostObservation seen = probe("mx.example");
        assertThat(seen.cname()).containsExactly("mid.example", "end.example");
        assertThat(seen.tlsa()).isEqualTo(new TlsaOutcome.Found("end.example", RECORDS, 300));
        assertThat(dns.asked()).doesNotContain("_25._tcp.mx.example TLSA", "_25._tcp.mid.example TLSA");
    }

    @Test
    void thenAtTheOriginalName() {
        dns.signed("example")
                .records("mx.example CNAME end.example.", "end.example A 192.0.2.1", "_25._tcp.mx.example" + TLSA);
        assertThat(probe("mx.example").tlsa()).isEqualTo(new TlsaOutcome.Found("mx.example", RECORDS, 300));
    }

    @Test
    void insecureTlsaAtTheEndGivesWayToSecureTlsaAtTheOriginalName() {
        dns.signed("example")
                .unsigned("_tcp.end.example")
                .records(
                        "mx.example CNAME end.example.",
                        "end.example A 192.0.2.1",
                        "_25._tcp.end.example TLSA 3 1 1 cd",
                        "_25._tcp.mx.example" + TLSA);
        assertThat(probe("mx.example").tlsa()).isEqualTo(new TlsaOutcome.Found("mx.example", RECORDS, 300));
    }

    @Test
    void aFailureAtTheEndIsFinal() {
        dns.signed("example")
                .records("mx.example CNAME end.example.", "end.example A 192.0.2.1", "_25._tcp.mx.example" + TLSA)
                .failing("_25._tcp.end.example", "TLSA", Rcode.REFUSED);
        assertThat(probe("mx.example").tlsa())
                .isEqualTo(new TlsaOutcome.Failed("end.example", DnsFailure.REFUSED, List.of()));
        assertThat(dns.asked()).doesNotContain("_25._tcp.mx.example TLSA");
    }

    @Test
    void absentAtBothIsAsSecureAsTheWeakerDenial() {
        dns.signed("example")
                .unsigned("_tcp.mx.example")
                .records("mx.example CNAME end.example.", "end.example A 192.0.2.1");
        assertThat(probe("mx.example").tlsa()).isEqualTo(new TlsaOutcome.Absent(Security.INSECURE));
    }

    @Test
    void aSecureAliasIntoTheUnsignedIsAskedAtTheOriginalNameOnly() {
        dns.signed("mx.example")
                .records(
                        "mx.example CNAME end.example.",
                        "end.example A 192.0.2.1",
                        "_25._tcp.mx.example" + TLSA,
                        "_25._tcp.end.example TLSA 3 1 1 cd");
        HostObservation seen = probe("mx.example");
        assertThat(seen.a()).isEqualTo(new Answer.Found<>(List.of("192.0.2.1"), Security.INSECURE, 300));
        assertThat(seen.tlsa()).isEqualTo(new TlsaOutcome.Found("mx.example", RECORDS, 300));
        assertThat(dns.asked()).contains("mx.example CNAME").doesNotContain("_25._tcp.end.example TLSA");
        assertThat(seen.queries()).isEqualTo(4);
    }

    @Test
    void anInsecureAliasCountsForNothing() {
        dns.signed("_tcp.mx.example")
                .records("mx.example CNAME end.example.", "end.example A 192.0.2.1", "_25._tcp.mx.example" + TLSA);
        assertThat(probe("mx.example").tlsa()).isEqualTo(new TlsaOutcome.FoundInsecure("mx.example", RECORDS, 300));
    }

    @Test
    void anAliasThatCannotBeLookedUpIsAFailure() {
        dns.signed("mx.example")
                .records("mx.example CNAME end.example.", "end.example A 192.0.2.1")
                .failing("mx.example", "CNAME", Rcode.REFUSED);
        assertThat(probe("mx.example").tlsa())
                .isEqualTo(new TlsaOutcome.Failed("mx.example", DnsFailure.REFUSED, List.of()));
    }

    @Test
    void belowAnInsecureHostTheSurveyAsksAllTheSame() {
        dns.records("mx.example A 192.0.2.1", "_25._tcp.mx.example" + TLSA);
        assertThat(probe("mx.example").tlsa()).isEqualTo(new TlsaOutcome.FoundInsecure("mx.example", RECORDS, 300));
    }

    @Test
    void belowAnInsecureHostAFailureMeansNothing() {
        dns.records("mx.example A 192.0.2.1").failing("_25._tcp.mx.example", "TLSA", Rcode.SERVFAIL);
        HostObservation seen = probe("mx.example");
        assertThat(seen.tlsa()).isEqualTo(new TlsaOutcome.Absent(Security.INSECURE));
        assertThat(seen.zoneNs()).isEmpty();
    }

    @Test
    void aHostWithoutAddressesIsNotAskedForTlsa() {
        dns.signed("mx.example").records("mx.example TXT x", "_25._tcp.mx.example" + TLSA);
        HostObservation seen = probe("mx.example");
        assertThat(seen.a()).isEqualTo(new Answer.NoData<>(Security.SECURE));
        assertThat(seen.aaaa()).isEqualTo(new Answer.NoData<>(Security.SECURE));
        assertThat(seen.tlsa()).isEqualTo(new TlsaOutcome.NotAsked());
        assertThat(seen.queries()).isEqualTo(2);
    }

    @Test
    void norIsOneWhoseAddressesCannotBeHad() {
        dns.signed("mx.example")
                .records("_25._tcp.mx.example" + TLSA)
                .failing("mx.example", "A", Rcode.REFUSED)
                .failing("mx.example", "AAAA", Rcode.REFUSED);
        assertThat(probe("mx.example").tlsa()).isEqualTo(new TlsaOutcome.NotAsked());
    }

    /// RFC 7671 §7: records that somebody else keeps; the base domain stays.
    @Test
    void tlsaMayItselfBeBehindAnAlias() {
        dns.signed("mx.example")
                .signed("keys.example")
                .records(
                        "mx.example A 192.0.2.1",
                        "_25._tcp.mx.example CNAME _tlsa.keys.example.",
                        "_tlsa.keys.example" + TLSA);
        assertThat(probe("mx.example").tlsa()).isEqualTo(new TlsaOutcome.Found("mx.example", RECORDS, 300));
        dns.unsigned("keys.example");
        assertThat(probe("mx.example").tlsa()).isEqualTo(new TlsaOutcome.FoundInsecure("mx.example", RECORDS, 300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "[192.0.2.1]", "localhost", "mail.localhost"})
    void whatIsNoNameOfTheDnsIsNotAskedFor(String host) {
        dns.records(host + " A 127.0.0.1");
        HostObservation seen = probe(host);
        assertThat(seen.a()).isEqualTo(new Answer.NxDomain<>(Security.INSECURE));
        assertThat(seen.aaaa()).isEqualTo(new Answer.NxDomain<>(Security.INSECURE));
        assertThat(seen.tlsa()).isEqualTo(new TlsaOutcome.NotAsked());
        assertThat(seen.queries()).isZero();
        assertThat(dns.asked()).isEmpty();
    }

    @Test
    void anotherPortIsAskedForByItsOwnLabel() {
        dns.signed("mx.example").records("mx.example A 192.0.2.1", "_2525._tcp.mx.example" + TLSA);
        try (ScriptedServer server = dns.serve();
                Resolver resolver = open(server)) {
            HostObservation seen = new HostProbe(resolver, host -> host, CLOCK, 2525).probe("mx.example");
            assertThat(seen.tlsa()).isEqualTo(new TlsaOutcome.Found("mx.example", RECORDS, 300));
        }
    }

    private HostObservation probe(String host) {
        try (ScriptedServer server = dns.serve();
                Resolver resolver = open(server)) {
            return new HostProbe(resolver, name -> "registered of " + name, CLOCK, 25).probe(host);
        }
    }

    private static Resolver open(ScriptedServer server) {
        return DnsClient.open(ResolverConfig.of(List.of(server.address())), CLOCK, none -> {});
    }
}
