package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mxcensus.crawler.dns.Messages.checkingDisabled;
import static org.mxcensus.crawler.dns.Messages.denied;
import static org.mxcensus.crawler.dns.Messages.failed;
import static org.mxcensus.crawler.dns.Messages.found;
import static org.mxcensus.crawler.dns.Messages.secure;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/// What a message of a trusted resolver means.
class AnswerTest {

    @Test
    void mxRecordsComeByPreferenceThenHostInLowerCase() {
        assertThat(ask(
                        q -> found(
                                q,
                                "a.example MX 20 B.example.",
                                "a.example MX 10 z.example.",
                                "a.example MX 20 a.Example.",
                                "a.example MX 20 a.example."),
                        r -> r.mx("A.EXAMPLE")))
                .isEqualTo(new Answer.Found<>(
                        List.of(
                                new MailExchange(10, "z.example"),
                                new MailExchange(20, "a.example"),
                                new MailExchange(20, "b.example")),
                        Security.INSECURE,
                        300));
    }

    @Test
    void theHostOfANullMxIsEmpty() {
        assertThat(ask(q -> found(q, "a.example MX 0 ."), r -> r.mx("a.example")))
                .isEqualTo(new Answer.Found<>(List.of(new MailExchange(0, "")), Security.INSECURE, 300));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:0db8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1"
    })
    void ipv6AddressesAreWrittenAsRfc5952Wants(String published, String seen) {
        assertThat(ask(q -> found(q, "a.example AAAA " + published), r -> r.addresses("a.example", AddressFamily.AAAA)))
                .isEqualTo(new Answer.Found<>(List.of(seen), Security.INSECURE, 300));
    }

    @Test
    void theStringsOfATxtRecordAreJoined() {
        assertThat(ask(
                        q -> found(
                                q,
                                "a.example TXT \"v=spf1 include:\" \"b.example -all\"",
                                "a.example TXT \"\\195\\164\""),
                        r -> r.txt("a.example")))
                .isEqualTo(new Answer.Found<>(List.of("v=spf1 include:b.example -all", "ä"), Security.INSECURE, 300));
    }

    @Test
    void tlsaRecordsComeInHexadecimal() {
        assertThat(ask(
                        q -> secure(
                                found(q, "_25._tcp.a.example TLSA 3 1 1 ABCDEF", "_25._tcp.a.example TLSA 2 0 255 00")),
                        r -> r.tlsa("_25._tcp.a.example")))
                .isEqualTo(new Answer.Found<>(
                        List.of(new TlsaRecord(2, 0, 255, "00"), new TlsaRecord(3, 1, 1, "abcdef")),
                        Security.SECURE,
                        300));
    }

    @Test
    void nameServersAndCanonicalNames() {
        assertThat(ask(q -> found(q, "a.example NS ns2.example.", "a.example NS NS1.example."), r -> r.ns("a.example")))
                .isEqualTo(new Answer.Found<>(List.of("ns1.example", "ns2.example"), Security.INSECURE, 300));
        assertThat(ask(q -> secure(found(q, "a.example CNAME B.example.")), r -> r.cname("a.example")))
                .isEqualTo(new Answer.Found<>("b.example", Security.SECURE, 300));
    }

    @Test
    void aliasesAreFollowedAndTold() {
        Lookup<List<String>> lookup = look(
                q -> found(q, "a.example CNAME b.example.", "b.example CNAME C.example.", "c.example A 192.0.2.1"),
                r -> r.addresses("a.example", AddressFamily.A));
        assertThat(lookup.aliases()).containsExactly("b.example", "c.example");
        assertThat(lookup.answer()).isEqualTo(new Answer.Found<>(List.of("192.0.2.1"), Security.INSECURE, 300));
    }

    /// RFC 6672 §3.1: the alias that is made from a DNAME comes with it.
    @Test
    void aDnameIsFollowedByTheAliasMadeFromIt() {
        Lookup<List<String>> lookup = look(
                q -> secure(found(
                        q,
                        "old.example DNAME new.example.",
                        "mx.old.example CNAME mx.new.example.",
                        "mx.new.example A 192.0.2.1")),
                r -> r.addresses("mx.old.example", AddressFamily.A));
        assertThat(lookup.aliases()).containsExactly("mx.new.example");
        assertThat(lookup.end()).contains("mx.new.example");
        assertThat(lookup.answer()).isEqualTo(new Answer.Found<>(List.of("192.0.2.1"), Security.SECURE, 300));
    }

    @Test
    void theShortestTimeToLiveOfTheChainCounts() {
        assertThat(ask(
                        q -> {
                            Message m = denied(q, Rcode.NOERROR);
                            m.addRecord(Messages.record("a.example CNAME b.example.", 60), Section.ANSWER);
                            m.addRecord(Messages.record("b.example A 192.0.2.1", 90), Section.ANSWER);
                            return m;
                        },
                        r -> r.addresses("a.example", AddressFamily.A)))
                .isEqualTo(new Answer.Found<>(List.of("192.0.2.1"), Security.INSECURE, 60));
    }

    @Test
    void aChainThatEndsWithoutDataIsADenialWithAliases() {
        Lookup<List<String>> noData =
                look(q -> secure(denied(q, Rcode.NOERROR, "a.example CNAME b.example.")), r -> r.txt("a.example"));
        assertThat(noData).isEqualTo(new Lookup<>(new Answer.NoData<>(Security.SECURE), List.of("b.example"), 1));
        Lookup<List<String>> nxDomain =
                look(q -> denied(q, Rcode.NXDOMAIN, "a.example CNAME b.example."), r -> r.txt("a.example"));
        assertThat(nxDomain).isEqualTo(new Lookup<>(new Answer.NxDomain<>(Security.INSECURE), List.of("b.example"), 1));
    }

    @Test
    void aCircleOfAliasesIsMalformed() {
        assertThat(ask(
                        q -> found(q, "a.example CNAME b.example.", "b.example CNAME a.example."),
                        r -> r.txt("a.example")))
                .isEqualTo(new Answer.Failed<>(DnsFailure.MALFORMED));
    }

    @Test
    void twoCanonicalNamesOfOneNameAreMalformed() {
        assertThat(ask(
                        q -> found(q, "a.example CNAME b.example.", "a.example CNAME c.example.", "b.example TXT x"),
                        r -> r.txt("a.example")))
                .isEqualTo(new Answer.Failed<>(DnsFailure.MALFORMED));
    }

    @Test
    void oneCanonicalNameSaidTwiceIsOne() {
        assertThat(ask(
                        q -> found(q, "a.example CNAME b.example.", "a.example CNAME B.example.", "b.example TXT x"),
                        r -> r.txt("a.example")))
                .isEqualTo(new Answer.Found<>(List.of("x"), Security.INSECURE, 300));
    }

    @Test
    void recordsOfOtherNamesAreNoAnswer() {
        assertThat(ask(
                        q -> found(q, "b.example A 203.0.113.66", "a.example AAAA 2001:db8::1"),
                        r -> r.addresses("a.example", AddressFamily.A)))
                .isEqualTo(new Answer.NoData<>(Security.INSECURE));
    }

    @Test
    void everyDenialIsSecureOrNot() {
        assertThat(ask(q -> secure(denied(q, Rcode.NOERROR)), r -> r.mx("a.example")))
                .isEqualTo(new Answer.NoData<>(Security.SECURE));
        assertThat(ask(q -> denied(q, Rcode.NOERROR), r -> r.mx("a.example")))
                .isEqualTo(new Answer.NoData<>(Security.INSECURE));
        assertThat(ask(q -> secure(denied(q, Rcode.NXDOMAIN)), r -> r.mx("a.example")))
                .isEqualTo(new Answer.NxDomain<>(Security.SECURE));
        assertThat(ask(q -> denied(q, Rcode.NXDOMAIN), r -> r.mx("a.example")))
                .isEqualTo(new Answer.NxDomain<>(Security.INSECURE));
    }

    @Test
    void whatCannotBeANameDoesNotExistAndIsNotAsked() {
        AtomicInteger queries = new AtomicInteger();
        String tooLong = ("x".repeat(63) + ".").repeat(3) + "x".repeat(61);
        Lookup<List<TlsaRecord>> lookup = look(
                q -> {
                    queries.incrementAndGet();
                    return denied(q, Rcode.NXDOMAIN);
                },
                r -> r.tlsa("_25._tcp." + tooLong));
        assertThat(lookup).isEqualTo(new Lookup<>(new Answer.NxDomain<>(Security.INSECURE), List.of(), 0));
        assertThat(queries).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 7, 8, 9, 10, 11, 12, 25, 27})
    void servfailWithAnExtendedErrorOfDnssecIsBogus(int code) {
        Lookup<List<String>> lookup = look(
                q -> failed(q, Rcode.SERVFAIL, new ExtendedErrorCodeOption(code, "it says so")),
                r -> r.txt("a.example"));
        assertThat(lookup)
                .isEqualTo(new Lookup<>(
                        new Answer.Failed<>(DnsFailure.BOGUS, List.of(new ExtendedError(code, "it says so"))),
                        List.of(),
                        1));
    }

    @Test
    void servfailThatCannotBeHadWithoutValidationEitherIsServfailWithItsErrors() {
        Lookup<List<String>> lookup = look(
                q -> failed(
                        q,
                        Rcode.SERVFAIL,
                        new ExtendedErrorCodeOption(22, "all servers are silent"),
                        new ExtendedErrorCodeOption(23)),
                r -> r.txt("a.example"));
        assertThat(lookup)
                .isEqualTo(new Lookup<>(
                        new Answer.Failed<>(
                                DnsFailure.SERVFAIL,
                                List.of(new ExtendedError(22, "all servers are silent"), new ExtendedError(23, ""))),
                        List.of(),
                        2));
    }

    @Test
    void servfailUnlessCheckingIsDisabledIsBogusOnceItLasts() {
        List<Duration> pauses = new ArrayList<>();
        Lookup<List<String>> lookup = look(
                q -> checkingDisabled(q) ? found(q, "a.example TXT x") : failed(q, Rcode.SERVFAIL),
                r -> r.txt("a.example"),
                pauses::add);
        assertThat(lookup).isEqualTo(new Lookup<>(new Answer.Failed<>(DnsFailure.BOGUS), List.of(), 3));
        assertThat(pauses).containsExactly(TrustedResolver.SPACING);
    }

    @Test
    void servfailThatPassesIsNothingButTheAnswerThatFollows() {
        AtomicInteger checked = new AtomicInteger();
        Lookup<List<String>> lookup = look(
                q -> !checkingDisabled(q) && checked.incrementAndGet() == 1
                        ? failed(q, Rcode.SERVFAIL)
                        : secure(found(q, "a.example TXT x")),
                r -> r.txt("a.example"));
        assertThat(lookup)
                .isEqualTo(new Lookup<>(new Answer.Found<>(List.of("x"), Security.SECURE, 300), List.of(), 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 15, 16, 17, 18})
    void whatTheResolverMadeUpIsNoAnswer(int code) {
        Function<Message, Message> blocked =
                q -> failed(q, Rcode.NXDOMAIN, new ExtendedErrorCodeOption(code, "by policy"));
        assertThat(ask(blocked, r -> r.txt("a.example")))
                .isEqualTo(new Answer.Failed<>(DnsFailure.REFUSED, List.of(new ExtendedError(code, "by policy"))));
    }

    @Test
    void aStaleAnswerIsAnAnswer() {
        assertThat(ask(
                        q -> {
                            Message m = found(q, "a.example TXT x");
                            m.addRecord(
                                    failed(q, Rcode.NOERROR, new ExtendedErrorCodeOption(3))
                                            .getOPT(),
                                    Section.ADDITIONAL);
                            return m;
                        },
                        r -> r.txt("a.example")))
                .isEqualTo(new Answer.Found<>(List.of("x"), Security.INSECURE, 300));
    }

    @Test
    void theTextOfAnExtendedErrorIsCutShort() {
        assertThat(ask(
                        q -> failed(q, Rcode.REFUSED, new ExtendedErrorCodeOption(0, "x".repeat(1000))),
                        r -> r.txt("a.example")))
                .isEqualTo(new Answer.Failed<>(DnsFailure.REFUSED, List.of(new ExtendedError(0, "x".repeat(200)))));
    }

    @Test
    void aBugOfOursIsToldFromEverythingElse() {
        Lookup<List<String>> lookup = look(
                q -> checkingDisabled(q) ? found(q, "a.example TXT x") : failed(q, Rcode.SERVFAIL),
                r -> r.txt("a.example"),
                duration -> {
                    throw new IllegalStateException("a bug");
                });
        assertThat(lookup).isEqualTo(new Lookup<>(new Answer.Failed<>(DnsFailure.INTERNAL_ERROR), List.of(), 2));
    }

    @Test
    void aRefusalKeepsItsExtendedError() {
        assertThat(ask(
                        q -> failed(q, Rcode.REFUSED, new ExtendedErrorCodeOption(18, "not you")),
                        r -> r.txt("a.example")))
                .isEqualTo(new Answer.Failed<>(DnsFailure.REFUSED, List.of(new ExtendedError(18, "not you"))));
    }

    private static <T> Answer<T> ask(Function<Message, Message> server, Function<Resolver, Lookup<T>> question) {
        return look(server, question).answer();
    }

    private static <T> Lookup<T> look(Function<Message, Message> server, Function<Resolver, Lookup<T>> question) {
        return look(server, question, none -> {});
    }

    private static <T> Lookup<T> look(
            Function<Message, Message> answers, Function<Resolver, Lookup<T>> question, Pause pause) {
        try (ScriptedServer server = ScriptedServer.answering(answers);
                Resolver resolver =
                        DnsClient.open(ResolverConfig.of(List.of(server.address())), Clock.systemUTC(), pause)) {
            return question.apply(resolver);
        }
    }
}
