package org.mxcensus.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mxcensus.lab.client.Asking.ask;
import static org.mxcensus.lab.client.Asking.data;
import static org.mxcensus.lab.client.Asking.extendedError;
import static org.mxcensus.lab.client.Asking.isAuthentic;
import static org.mxcensus.lab.client.Asking.reason;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.client.Asking;
import org.mxcensus.lab.world.Denial;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.Hint;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// The lab's DNS, seen by a stub resolver that trusts it and by a validator that does not.
class DnsTest {

    private static final World WORLD = World.of(
            ZoneSpec.of("nl"),
            ZoneSpec.of("xx").withSigned(false),
            DomainSpec.of("signed.nl")
                    .withSigned(true)
                    .withMx("10 mx1.hosting.net", "20 mx2.hosting.net")
                    .withTxt("v=spf1 -all", "a \"quoted\" back\\slash")
                    .withDmarc("v=DMARC1; p=reject")
                    .withTlsRpt("v=TLSRPTv1; rua=mailto:t@signed.nl")
                    .withSts(StsSpec.of("v=STSv1; id=1", "version: STSv1\nmode: none\nmax_age: 1\n")),
            DomainSpec.of("unsigned.nl").withMx("10 mx.unsigned.nl"),
            DomainSpec.of("deep.gv.nl").withSigned(true).withMx("10 mx1.hosting.net"),
            DomainSpec.of("island.xx").withSigned(true).withMx("10 mx1.hosting.net"),
            DomainSpec.of("gone.nl").withExists(false),
            DomainSpec.of("null.nl").withSigned(true).withMx("0 ."),
            DomainSpec.of("empty.nl").withSigned(true),
            DomainSpec.of("long.nl")
                    .withSigned(true)
                    .withTxt(IntStream.range(0, 30)
                            .mapToObj(i -> "x".repeat(300) + i)
                            .toArray(String[]::new)),
            DomainSpec.of("bogus.nl")
                    .withSigned(true)
                    .withMx("10 mx1.hosting.net")
                    .withDns(DnsBehaviour.BOGUS),
            DomainSpec.of("mute.nl")
                    .withSigned(true)
                    .withMx("10 mx1.hosting.net")
                    .withDns(DnsBehaviour.BOGUS_UNEXPLAINED),
            DomainSpec.of("broken.nl").withDns(DnsBehaviour.SERVFAIL),
            DomainSpec.of("refused.nl").withDns(DnsBehaviour.REFUSED),
            DomainSpec.of("silent.nl").withDns(DnsBehaviour.TIMEOUT),
            DomainSpec.of("malformed.nl").withDns(DnsBehaviour.MALFORMED),
            DomainSpec.of("wild.nl")
                    .withSigned(true)
                    .withDenial(Denial.WILDCARD)
                    .withHints(Set.of(Hint.DKIM)),
            DomainSpec.of("compact.nl")
                    .withSigned(true)
                    .withDenial(Denial.NODATA)
                    .withHints(Set.of(Hint.DKIM)),
            DomainSpec.of("hosting.net").withSigned(true),
            HostSpec.of("mx1.hosting.net").withTlsa("3 1 1 auto").withAddresses("127.9.1.1", "127.9.1.2"),
            HostSpec.of("mx2.hosting.net").withTlsa("3 1 1 auto").withTlsaDns(DnsBehaviour.SERVFAIL),
            HostSpec.of("alias.hosting.net").withCname("mx1.hosting.net"),
            HostSpec.of("astray.hosting.net").withCname("mx.unsigned.nl"),
            HostSpec.of("bare.hosting.net").withAddresses(),
            HostSpec.of("six.hosting.net").withAddresses("::1"),
            HostSpec.of("mx.unsigned.nl").withTlsa("3 1 1 auto"));

    private static Lab lab;
    private static Asking asking;

    @BeforeAll
    static void start() {
        lab = Lab.start(WORLD, LabOptions.defaults());
        asking = new Asking(lab);
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    @Nested
    class AStubResolver {

        @Test
        void countsTheQueriesForAWatchedName() {
            DnsCounters counters = lab.counters().dns();
            counters.watch("watched.hosting.net");
            assertThat(counters.queriesFor("watched.hosting.net")).isEmpty();

            ask(asking.stub(), "watched.hosting.net.", Type.A);
            ask(asking.stub(), "Watched.Hosting.net.", Type.A);
            ask(asking.stub(), "watched.hosting.net.", Type.AAAA);
            ask(asking.stub(), "below.watched.hosting.net.", Type.A);

            assertThat(counters.queriesFor("watched.hosting.net")).isEqualTo(Map.of("A", 2L, "AAAA", 1L));
            assertThat(counters.queriesFor("unwatched.hosting.net")).isEmpty();
        }

        @Test
        void findsTheDataOfAWorld() {
            assertThat(data(ask(asking.stub(), "signed.nl.", Type.MX), Type.MX))
                    .containsExactly("10 mx1.hosting.net.", "20 mx2.hosting.net.");
            assertThat(data(ask(asking.stub(), "signed.nl.", Type.TXT), Type.TXT))
                    .containsExactly("\"a \\\"quoted\\\" back\\\\slash\"", "\"v=spf1 -all\"");
            assertThat(data(ask(asking.stub(), "_dmarc.signed.nl.", Type.TXT), Type.TXT))
                    .containsExactly("\"v=DMARC1; p=reject\"");
            assertThat(data(ask(asking.stub(), "_smtp._tls.signed.nl.", Type.TXT), Type.TXT))
                    .containsExactly("\"v=TLSRPTv1; rua=mailto:t@signed.nl\"");
            assertThat(data(ask(asking.stub(), "_mta-sts.signed.nl.", Type.TXT), Type.TXT))
                    .containsExactly("\"v=STSv1; id=1\"");
            assertThat(data(ask(asking.stub(), "mta-sts.signed.nl.", Type.A), Type.A))
                    .hasSize(1);
            assertThat(data(ask(asking.stub(), "mx1.hosting.net.", Type.A), Type.A))
                    .containsExactly("127.9.1.1", "127.9.1.2");
            assertThat(data(ask(asking.stub(), "six.hosting.net.", Type.AAAA), Type.AAAA))
                    .containsExactly("0:0:0:0:0:0:0:1");
            assertThat(data(ask(asking.stub(), "null.nl.", Type.MX), Type.MX)).containsExactly("0 .");
        }

        @Test
        void findsTlsaAtThePortOfTheMailServersAndAtPort25() {
            for (int port : List.of(25, lab.smtpPort())) {
                Message response = ask(asking.stub(), "_" + port + "._tcp.mx1.hosting.net.", Type.TLSA);
                assertThat(data(response, Type.TLSA)).singleElement().asString().matches("3 1 1 [0-9A-F]{64}");
                assertThat(isAuthentic(response)).isTrue();
            }
        }

        @Test
        void followsAliasesToTheEnd() {
            Message response = ask(asking.stub(), "alias.hosting.net.", Type.A);
            assertThat(data(response, Type.CNAME)).containsExactly("mx1.hosting.net.");
            assertThat(data(response, Type.A)).hasSize(2);
            assertThat(isAuthentic(response)).isTrue();
        }

        @Test
        void seesNoAuthenticDataWhereAnAliasLeavesTheChainOfTrust() {
            Message response = ask(asking.stub(), "astray.hosting.net.", Type.A);
            assertThat(data(response, Type.A)).hasSize(1);
            assertThat(isAuthentic(response)).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "signed.nl.,     true",
            "deep.gv.nl.,    true",
            "unsigned.nl.,   false",
            "island.xx.,     false",
        })
        void seesAuthenticDataExactlyWhereTheChainOfTrustIsWhole(String domain, boolean authentic) {
            Message response = ask(asking.stub(), domain, Type.MX);
            assertThat(data(response, Type.MX)).isNotEmpty();
            assertThat(isAuthentic(response)).isEqualTo(authentic);
        }

        @Test
        void getsNoDnssecWhenItDoesNotAsk() throws Exception {
            SimpleResolver plain = new SimpleResolver(lab.resolver());
            plain.setEDNS(-1);
            Message response = ask(plain, "signed.nl.", Type.MX);
            assertThat(response.getOPT()).isNull();
            assertThat(isAuthentic(response)).isFalse();
            assertThat(data(response, Type.RRSIG)).isEmpty();
            Message denial = ask(plain, "signed.nl.", Type.AAAA);
            assertThat(denial.getSection(Section.AUTHORITY))
                    .extracting(org.xbill.DNS.Record::getType)
                    .containsExactly(Type.SOA);
        }

        @Test
        void getsTheQuestionBackLetterByLetter() {
            assertThat(ask(asking.stub(), "SiGnEd.Nl.", Type.MX).getQuestion().getName())
                    .hasToString("SiGnEd.Nl.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"gone.nl.", "mx.gone.nl.", "never.described.", "nothing.signed.nl."})
        void isToldThatANameDoesNotExist(String name) {
            Message response = ask(asking.stub(), name, Type.MX);
            assertThat(response.getRcode()).isEqualTo(Rcode.NXDOMAIN);
            assertThat(isAuthentic(response)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"empty.nl.", "bare.hosting.net.", "_tcp.mx1.hosting.net.", "gv.nl."})
        void isToldThatANameHasNoSuchData(String name) {
            Message response = ask(asking.stub(), name, Type.A);
            assertThat(response.getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(response.getSection(Section.ANSWER)).isEmpty();
            assertThat(isAuthentic(response)).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "_domainkey.wild.nl.,      A,   false",
            "s1._domainkey.wild.nl.,   TXT, true",
            "_smimecert.wild.nl.,      A,   true",
            "deep.down.wild.nl.,       TXT, true",
            "deep.down.wild.nl.,       MX,  false",
            "_domainkey.compact.nl.,   A,   false",
            "_smimecert.compact.nl.,   A,   false",
            "deep.down.compact.nl.,    MX,  false",
        })
        void isNeverToldThatANameDoesNotExistWhereAllDo(String name, String type, boolean data) {
            Message response = ask(asking.stub(), name, Type.value(type));
            assertThat(response.getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(data(response, Type.value(type)).isEmpty()).isNotEqualTo(data);
            assertThat(isAuthentic(response)).isTrue();
        }

        @Test
        void fetchesOverTcpWhatDoesNotFit() {
            long truncated = lab.counters().dns().truncated();
            SimpleResolver udpOnly = asking.stub();
            udpOnly.setIgnoreTruncation(true);
            assertThat(ask(udpOnly, "long.nl.", Type.TXT).getHeader().getFlag(Flags.TC))
                    .isTrue();
            Message whole = ask(asking.stub(), "long.nl.", Type.TXT);
            assertThat(whole.getHeader().getFlag(Flags.TC)).isFalse();
            assertThat(data(whole, Type.TXT)).hasSize(30);
            assertThat(lab.counters().dns().truncated()).isEqualTo(truncated + 2);
            assertThat(lab.counters().dns().overTcp()).isPositive();
        }

        @Test
        void isToldWhenValidationFailed() {
            Message response = ask(asking.stub(), "bogus.nl.", Type.MX);
            assertThat(response.getRcode()).isEqualTo(Rcode.SERVFAIL);
            assertThat(extendedError(response)).hasValue(6);
            Message unexplained = ask(asking.stub(), "mute.nl.", Type.MX);
            assertThat(unexplained.getRcode()).isEqualTo(Rcode.SERVFAIL);
            assertThat(extendedError(unexplained)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"bogus.nl.", "mute.nl."})
        void getsBogusDataWhenItWantsToJudgeForItself(String domain) {
            Message response = ask(asking.stub(), domain, Type.MX, Flags.CD);
            assertThat(response.getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(data(response, Type.MX)).containsExactly("10 mx1.hosting.net.");
            assertThat(isAuthentic(response)).isFalse();
        }

        @Test
        void meetsServersThatFail() {
            Message failed = ask(asking.stub(), "broken.nl.", Type.MX);
            assertThat(failed.getRcode()).isEqualTo(Rcode.SERVFAIL);
            assertThat(extendedError(failed)).hasValue(22);
            assertThat(ask(asking.stub(), "broken.nl.", Type.MX, Flags.CD).getRcode())
                    .isEqualTo(Rcode.SERVFAIL);
            assertThat(ask(asking.stub(), "refused.nl.", Type.MX).getRcode()).isEqualTo(Rcode.REFUSED);
            assertThatThrownBy(() -> ask(asking.stub(), "malformed.nl.", Type.MX))
                    .isInstanceOf(UncheckedIOException.class);
            SimpleResolver impatient = asking.stub();
            impatient.setTimeout(Duration.ofMillis(100));
            assertThatThrownBy(() -> ask(impatient, "silent.nl.", Type.MX))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("imed out");
        }

        @Test
        void meetsAHostWhoseTlsaAloneFails() {
            assertThat(ask(asking.stub(), "mx2.hosting.net.", Type.A).getRcode())
                    .isEqualTo(Rcode.NOERROR);
            assertThat(ask(asking.stub(), "_25._tcp.mx2.hosting.net.", Type.TLSA)
                            .getRcode())
                    .isEqualTo(Rcode.SERVFAIL);
        }
    }

    @Nested
    class AValidator {

        @ParameterizedTest
        @CsvSource({
            ".,                              DNSKEY",
            ".,                              SOA",
            "nl.,                            DS",
            "nl.,                            DNSKEY",
            "signed.nl.,                     DS",
            "signed.nl.,                     MX",
            "signed.nl.,                     TXT",
            "mta-sts.signed.nl.,             A",
            "deep.gv.nl.,                    MX",
            "alias.hosting.net.,             A",
            "_25._tcp.mx1.hosting.net.,      TLSA",
            "long.nl.,                       TXT",
            "_smimecert.wild.nl.,            A",
            "deep.down.wild.nl.,             TXT",
        })
        void provesData(String name, String type) {
            Message response = ask(asking.validator(), name, Type.value(type));
            assertThat(response.getRcode()).as(reason(response)).isEqualTo(Rcode.NOERROR);
            assertThat(response.getSection(Section.ANSWER)).isNotEmpty();
            assertThat(isAuthentic(response)).as(reason(response)).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "signed.nl.,             AAAA",
            "unsigned.nl.,           DS",
            "empty.nl.,              MX",
            "bare.hosting.net.,      A",
            "_tcp.mx1.hosting.net.,  TLSA",
            "gv.nl.,                 MX",
            "gv.nl.,                 DS",
            "xx.,                    DS",
            "_domainkey.wild.nl.,    A",
            "deep.down.wild.nl.,     MX",
            "_domainkey.compact.nl., A",
            "_smimecert.compact.nl., A",
            "deep.down.compact.nl.,  TXT",
        })
        void provesThatThereIsNoSuchData(String name, String type) {
            Message response = ask(asking.validator(), name, Type.value(type));
            assertThat(response.getRcode()).as(reason(response)).isEqualTo(Rcode.NOERROR);
            assertThat(response.getSection(Section.ANSWER)).isEmpty();
            assertThat(isAuthentic(response)).as(reason(response)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "gone.nl.",
                    "mx.gone.nl.",
                    "never.described.",
                    "nothing.signed.nl.",
                    "_25._tcp.six.hosting.net.",
                    "zzz.nl.",
                    "aaa.nl."
                })
        void provesThatANameDoesNotExist(String name) {
            Message response = ask(asking.validator(), name, Type.TLSA);
            assertThat(response.getRcode()).as(reason(response)).isEqualTo(Rcode.NXDOMAIN);
            assertThat(isAuthentic(response)).as(reason(response)).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "unsigned.nl.,          MX,    true",
            "mx.unsigned.nl.,       A,     true",
            "unsigned.nl.,          TXT,   false",
            "nothing.unsigned.nl.,  A,     false",
            "island.xx.,            MX,    true",
            "nothing.xx.,           MX,    false",
            "astray.hosting.net.,   A,     true",
        })
        void acceptsWithoutProofWhatLiesBelowAProvenInsecureDelegation(String name, String type, boolean data) {
            Message response = ask(asking.validator(), name, Type.value(type));
            assertThat(response.getRcode()).as(reason(response)).isIn(Rcode.NOERROR, Rcode.NXDOMAIN);
            assertThat(response.getSection(Section.ANSWER).isEmpty()).isNotEqualTo(data);
            assertThat(isAuthentic(response)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"bogus.nl.", "mute.nl.", "nothing.bogus.nl."})
        void findsBrokenSignaturesByItself(String name) {
            SimpleResolver unvalidated = asking.stub();
            Message raw = ask(unvalidated, name, Type.MX, Flags.CD);
            assertThat(raw.getRcode()).isIn(Rcode.NOERROR, Rcode.NXDOMAIN);
            Message response = ask(asking.validator(), name, Type.MX);
            assertThat(response.getRcode()).isEqualTo(Rcode.SERVFAIL);
        }

        @Test
        void isNotTakenInByAnotherRoot() {
            try (Lab other = Lab.start(WORLD, LabOptions.defaults().withSeed(2))) {
                var misled = new org.xbill.DNS.dnssec.ValidatingResolver(asking.stub());
                misled.loadTrustAnchors(
                        new java.io.ByteArrayInputStream(other.trustAnchor().getBytes()));
                assertThat(ask(misled, "signed.nl.", Type.MX).getRcode()).isEqualTo(Rcode.SERVFAIL);
            } catch (java.io.IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    @Test
    void theServersOfTheZonesAnswerWithAuthorityAndWithoutRecursion() {
        Message query = Message.newQuery(
                org.xbill.DNS.Record.newRecord(Zones.name("signed.nl"), Type.MX, org.xbill.DNS.DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        Message response = assertDoesNotThrow(() -> asking.stub().send(query));
        assertThat(response.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(response.getHeader().getFlag(Flags.RA)).isFalse();
        assertThat(response.getHeader().getFlag(Flags.AD)).isFalse();
        assertThat(Collections.disjoint(data(response, Type.MX), List.of("10 mx1.hosting.net.")))
                .isFalse();
    }

    private static <T> T assertDoesNotThrow(java.util.concurrent.Callable<T> action) {
        return org.junit.jupiter.api.Assertions.assertDoesNotThrow(action::call);
    }
}
