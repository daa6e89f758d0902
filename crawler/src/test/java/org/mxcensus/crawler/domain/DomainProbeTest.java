package org.mxcensus.crawler.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.dns.DnsClient;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.crawler.dns.ScriptedDns;
import org.mxcensus.crawler.dns.ScriptedServer;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.DmarcRecord;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SpfRecord;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.observation.TlsRptRecord;
import org.xbill.DNS.Rcode;

/// Given this DNS, this row.
class DomainProbeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-22T12:00:00Z"), ZoneOffset.UTC);
    private static final PolicyFetch POLICY =
            new PolicyFetch.Fetched("version: STSv1\n", false, "text/plain", List.of("aa"));

    private final ScriptedDns dns = new ScriptedDns();
    private final List<String> fetched = new ArrayList<>();
    private final PolicyFetcher policies = domain -> {
        fetched.add(domain);
        return new PolicyVisit(
                POLICY, Optional.of("sts.provider.example"), List.of(new CertificateObservation("aa", new byte[1])), 2);
    };

    @Test
    void aDomainWithEverything() {
        dns.signed("a.example")
                .records(
                        "a.example MX 20 mx2.b.example.",
                        "a.example MX 10 mx1.b.example.",
                        "a.example TXT \"v=spf1 mx -all\"",
                        "a.example NS ns.b.example.",
                        "_dmarc.a.example TXT \"v=DMARC1; p=reject\"",
                        "_mta-sts.a.example TXT \"v=STSv1; id=7\"",
                        "_smtp._tls.a.example TXT \"v=TLSRPTv1; rua=mailto:t@a.example\"");
        DomainFindings findings = probe("a.example");
        assertThat(findings.observation())
                .isEqualTo(new DomainObservation(
                        "a.example",
                        CLOCK.instant(),
                        new MxOutcome.Hosts(
                                List.of(new MailExchange(10, "mx1.b.example"), new MailExchange(20, "mx2.b.example")),
                                Security.SECURE,
                                300),
                        Optional.empty(),
                        new RecordOutcome.Valid<>(new SpfRecord("-"), "v=spf1 mx -all"),
                        new RecordOutcome.Valid<>(new DmarcRecord("reject"), "v=DMARC1; p=reject"),
                        Hint.NOT_ASKED,
                        Hint.NOT_ASKED,
                        Hint.NOT_ASKED,
                        new RecordOutcome.Valid<>(new StsRecord("7"), "v=STSv1; id=7"),
                        Optional.empty(),
                        POLICY,
                        Optional.of("sts.provider.example"),
                        new RecordOutcome.Valid<>(
                                new TlsRptRecord(List.of("mailto:t@a.example")), "v=TLSRPTv1; rua=mailto:t@a.example"),
                        List.of("ns.b.example"),
                        6 + 2,
                        0,
                        "here"));
        assertThat(findings.certificates()).containsExactly(new CertificateObservation("aa", new byte[1]));
        assertThat(dns.asked())
                .containsExactlyInAnyOrder(
                        "a.example MX",
                        "a.example TXT",
                        "a.example NS",
                        "_dmarc.a.example TXT",
                        "_mta-sts.a.example TXT",
                        "_smtp._tls.a.example TXT");
    }

    @Test
    void nothingIsAskedOfADomainThatDoesNotExist() {
        dns.signed("example");
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.mx()).isEqualTo(new MxOutcome.NxDomain(Security.SECURE));
        assertThat(seen.spf()).isEqualTo(new RecordOutcome.NotAsked<>());
        assertThat(seen.dmarc()).isEqualTo(new RecordOutcome.NotAsked<>());
        assertThat(seen.stsRecord()).isEqualTo(new RecordOutcome.NotAsked<>());
        assertThat(seen.tlsRpt()).isEqualTo(new RecordOutcome.NotAsked<>());
        assertThat(seen.stsPolicy()).isEqualTo(new PolicyFetch.NotAsked());
        assertThat(seen.queries()).isEqualTo(1);
        assertThat(dns.asked()).containsExactly("a.example MX");
    }

    @Test
    void aDomainWithAnAddressIsItsOwnExchange() {
        dns.signed("a.example").records("a.example AAAA 2001:db8::1");
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.mx()).isEqualTo(new MxOutcome.Implicit(Security.SECURE));
        assertThat(seen.queries()).isEqualTo(8);
    }

    @Test
    void oneAddressIsEnoughSoTheOtherFamilyIsNotAskedFor() {
        dns.signed("a.example").records("a.example A 192.0.2.1", "a.example AAAA 2001:db8::1");
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.mx()).isEqualTo(new MxOutcome.Implicit(Security.SECURE));
        assertThat(dns.asked()).contains("a.example A").doesNotContain("a.example AAAA");
        assertThat(seen.queries()).isEqualTo(7);
    }

    @Test
    void aDomainWithoutMxAndAddressTakesNoMail() {
        dns.records("a.example TXT x");
        assertThat(probe("a.example").observation().mx()).isEqualTo(new MxOutcome.NoMail(Security.INSECURE));
    }

    @Test
    void whereAnAddressCannotBeLookedUpNobodyKnowsWhetherThereIsAnImplicitMx() {
        dns.records("a.example TXT x").failing("a.example", "AAAA", Rcode.REFUSED);
        assertThat(probe("a.example").observation().mx())
                .isEqualTo(new MxOutcome.Unmeasured(DnsFailure.REFUSED, List.of()));
    }

    @Test
    void oneAddressIsEnoughThoughTheOtherFamilyFails() {
        dns.records("a.example AAAA 2001:db8::1").failing("a.example", "A", Rcode.REFUSED);
        assertThat(probe("a.example").observation().mx()).isEqualTo(new MxOutcome.Implicit(Security.INSECURE));
    }

    @Test
    void aFailedMxIsNeverImplicit() {
        dns.records("a.example A 192.0.2.1", "a.example TXT \"v=spf1 -all\"")
                .failing("a.example", "MX", Rcode.SERVFAIL);
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.mx()).isEqualTo(new MxOutcome.Unmeasured(DnsFailure.SERVFAIL, List.of()));
        assertThat(dns.asked()).doesNotContain("a.example A", "a.example AAAA");
        // One failed RRset says nothing of the others.
        assertThat(seen.spf()).isEqualTo(new RecordOutcome.Valid<>(new SpfRecord("-"), "v=spf1 -all"));
    }

    @Test
    void aZoneThatGivesNeitherMxNorTextIsAskedNothingMore() {
        dns.records("a.example NS ns.a.example.")
                .failing("a.example", "MX", Rcode.SERVFAIL)
                .failing("a.example", "TXT", Rcode.SERVFAIL);
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.mx()).isEqualTo(new MxOutcome.Unmeasured(DnsFailure.SERVFAIL, List.of()));
        assertThat(seen.spf()).isEqualTo(new RecordOutcome.Unmeasured<>(DnsFailure.SERVFAIL));
        assertThat(seen.dmarc()).isEqualTo(new RecordOutcome.Unmeasured<>(DnsFailure.SERVFAIL));
        assertThat(seen.stsRecord()).isEqualTo(new RecordOutcome.Unmeasured<>(DnsFailure.SERVFAIL));
        assertThat(seen.stsPolicy()).isEqualTo(new PolicyFetch.NotAsked());
        assertThat(seen.tlsRpt()).isEqualTo(new RecordOutcome.Unmeasured<>(DnsFailure.SERVFAIL));
        // Each is tried without validation too.
        assertThat(dns.asked()).containsExactly("a.example MX", "a.example MX", "a.example TXT", "a.example TXT");
        assertThat(seen.queries()).isEqualTo(4);
    }

    @Test
    void failuresOfTwoKindsAreTwoFailures() {
        dns.records("_dmarc.a.example TXT \"v=DMARC1; p=none\"")
                .failing("a.example", "MX", Rcode.SERVFAIL)
                .failing("a.example", "TXT", Rcode.REFUSED);
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.spf()).isEqualTo(new RecordOutcome.Unmeasured<>(DnsFailure.REFUSED));
        assertThat(seen.dmarc()).isEqualTo(new RecordOutcome.Valid<>(new DmarcRecord("none"), "v=DMARC1; p=none"));
    }

    @Test
    void aNullMxAloneAndAmongOthers() {
        dns.records("a.example MX 0 .", "b.example MX 0 .", "b.example MX 10 mx.b.example.");
        assertThat(probe("a.example").observation().mx()).isEqualTo(new MxOutcome.NullMx(Security.INSECURE, 300));
        assertThat(probe("b.example").observation().mx())
                .isEqualTo(new MxOutcome.NullMxMixed(
                        List.of(new MailExchange(0, ""), new MailExchange(10, "mx.b.example")),
                        Security.INSECURE,
                        300));
    }

    @Test
    void anAliasExistsThoughItsTargetDoesNot() {
        dns.records("a.example CNAME gone.example.", "_dmarc.a.example TXT \"v=DMARC1; p=none\"");
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.mx()).isEqualTo(new MxOutcome.NoMail(Security.INSECURE));
        assertThat(seen.dmarc()).isEqualTo(new RecordOutcome.Valid<>(new DmarcRecord("none"), "v=DMARC1; p=none"));
        assertThat(seen.ns()).isEmpty();
    }

    @Test
    void theNameServersBehindAnAliasAreNotTheDomains() {
        dns.records("a.example CNAME b.example.", "b.example NS ns.b.example.", "b.example MX 10 mx.b.example.");
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.mx())
                .isEqualTo(new MxOutcome.Hosts(List.of(new MailExchange(10, "mx.b.example")), Security.INSECURE, 300));
        assertThat(seen.ns()).isEmpty();
        assertThat(seen.mxAlias()).contains("b.example");
    }

    @Test
    void theAliasOfADomainIsAsSecureAsItsMx() {
        dns.signed("a.example")
                .signed("b.example")
                .records(
                        "a.example CNAME mid.a.example.",
                        "mid.a.example CNAME b.example.",
                        "b.example MX 10 m.example.")
                .records("c.a.example CNAME u.example.", "u.example MX 10 m.example.");
        DomainObservation secure = probe("a.example").observation();
        assertThat(secure.mxAlias()).contains("b.example");
        assertThat(secure.mx())
                .isEqualTo(new MxOutcome.Hosts(List.of(new MailExchange(10, "m.example")), Security.SECURE, 300));
        DomainObservation insecure = probe("c.a.example").observation();
        assertThat(insecure.mxAlias()).contains("u.example");
        assertThat(insecure.mx())
                .isEqualTo(new MxOutcome.Hosts(List.of(new MailExchange(10, "m.example")), Security.INSECURE, 300));
    }

    @Test
    void whereAZoneFileHasToldTheNameServersTheyAreNotAskedFor() {
        dns.records("a.example MX 10 mx.a.example.", "a.example NS ns.a.example.");
        DomainObservation seen =
                probe("a.example", new DomainConfig(false, false, "here")).observation();
        assertThat(seen.ns()).isEmpty();
        assertThat(dns.asked()).doesNotContain("a.example NS");
        assertThat(seen.queries()).isEqualTo(5);
    }

    @Test
    void aWildcardIsNoRecordOfItsOwnKind() {
        dns.records("a.example MX 10 mx.a.example.", "*.a.example TXT \"v=spf1 -all\"", "*.a.example A 192.0.2.1");
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.spf()).isEqualTo(new RecordOutcome.Absent<>());
        assertThat(seen.dmarc()).isEqualTo(new RecordOutcome.Absent<>());
        assertThat(seen.stsRecord()).isEqualTo(new RecordOutcome.Absent<>());
        assertThat(seen.tlsRpt()).isEqualTo(new RecordOutcome.Absent<>());
        assertThat(fetched).isEmpty();
    }

    @Test
    void noRecordIsAbsentAndSeveralAreMultiple() {
        dns.records(
                "a.example MX 10 mx.a.example.",
                "a.example TXT unrelated",
                "_mta-sts.a.example TXT \"v=STSv1; id=1\"",
                "_mta-sts.a.example TXT \"v=STSv1; id=2\"");
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.spf()).isEqualTo(new RecordOutcome.Absent<>());
        assertThat(seen.dmarc()).isEqualTo(new RecordOutcome.Absent<>());
        assertThat(seen.tlsRpt()).isEqualTo(new RecordOutcome.Absent<>());
        assertThat(seen.stsRecord()).isEqualTo(new RecordOutcome.Multiple<>(List.of("v=STSv1; id=1", "v=STSv1; id=2")));
        // RFC 8461 §3.1: then there is no policy.
        assertThat(seen.stsPolicy()).isEqualTo(new PolicyFetch.NotAsked());
        assertThat(fetched).isEmpty();
    }

    @Test
    void aMalformedStsRecordMeansNoFetch() {
        dns.records("a.example MX 10 mx.a.example.", "_mta-sts.a.example TXT \"v=STSv1; id=\"");
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.stsRecord()).isInstanceOf(RecordOutcome.Malformed.class);
        assertThat(fetched).isEmpty();
    }

    @Test
    void aRecordThatCannotBeLookedUpIsUnmeasured() {
        dns.records("a.example MX 10 mx.a.example.")
                .failing("_mta-sts.a.example", "TXT", Rcode.REFUSED)
                .failing("_dmarc.a.example", "TXT", Rcode.SERVFAIL);
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.stsRecord()).isEqualTo(new RecordOutcome.Unmeasured<>(DnsFailure.REFUSED));
        assertThat(seen.stsPolicy()).isEqualTo(new PolicyFetch.NotAsked());
        assertThat(seen.dmarc()).isEqualTo(new RecordOutcome.Unmeasured<>(DnsFailure.SERVFAIL));
        // MX, NS, SPF, DMARC and DMARC without validation, MTA-STS, TLSRPT.
        assertThat(seen.queries()).isEqualTo(7);
    }

    @Test
    void aDelegatedStsRecordNamesItsProvider() {
        dns.records(
                "a.example MX 10 mx.a.example.",
                "_mta-sts.a.example CNAME _mta-sts.provider.example.",
                "_mta-sts.provider.example TXT \"v=STSv1; id=1\"");
        DomainObservation seen = probe("a.example").observation();
        assertThat(seen.stsAlias()).contains("_mta-sts.provider.example");
        assertThat(fetched).containsExactly("a.example");
    }

    private DomainFindings probe(String domain) {
        return probe(domain, new DomainConfig(false, true, "here"));
    }

    private DomainFindings probe(String domain, DomainConfig config) {
        try (ScriptedServer server = dns.serve();
                Resolver resolver = DnsClient.open(ResolverConfig.of(List.of(server.address())), CLOCK, none -> {})) {
            return new DomainProbe(resolver, policies, config, new Random(1), CLOCK).probe(domain);
        }
    }
}
