package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// The lab's resolver validates, and so do we: by its AD bit or in this process, the answers are the same.
class SameAnswersTest {

    @TempDir
    private static Path folder;

    private static LabResolvers lab;

    @BeforeAll
    static void start() {
        lab = LabResolvers.start(
                World.of(
                        ZoneSpec.of("org").withSigned(false),
                        DomainSpec.of("signed.nl").withSigned(true).withMx("10 mx.signed.nl", "20 alias.signed.nl"),
                        DomainSpec.of("unsigned.nl").withMx("10 mx.signed.nl"),
                        DomainSpec.of("bare.nl").withSigned(true),
                        DomainSpec.of("island.org").withSigned(true).withMx("10 mx.signed.nl"),
                        DomainSpec.of("bogus.nl")
                                .withSigned(true)
                                .withMx("10 mx.signed.nl")
                                .withDns(DnsBehaviour.BOGUS),
                        DomainSpec.of("unexplained.nl")
                                .withSigned(true)
                                .withMx("10 mx.signed.nl")
                                .withDns(DnsBehaviour.BOGUS_UNEXPLAINED),
                        DomainSpec.of("servfail.nl").withDns(DnsBehaviour.SERVFAIL),
                        DomainSpec.of("silent.nl").withDns(DnsBehaviour.TIMEOUT),
                        DomainSpec.of("refused.nl").withDns(DnsBehaviour.REFUSED),
                        DomainSpec.of("malformed.nl").withDns(DnsBehaviour.MALFORMED),
                        HostSpec.of("mx.signed.nl").withAddresses("127.9.1.1").withTlsa("3 1 1 auto"),
                        HostSpec.of("alias.signed.nl").withCname("mx.signed.nl"),
                        HostSpec.of("leaving.signed.nl").withCname("mx.unsigned.nl"),
                        HostSpec.of("misled.unsigned.nl").withCname("bogus.nl"),
                        HostSpec.of("lost.signed.nl").withCname("nothing.bare.nl"),
                        HostSpec.of("mx.unsigned.nl").withAddresses("127.9.1.2")),
                folder);
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                of(
                        "signed",
                        r -> r.mx("signed.nl"),
                        found(Security.SECURE, mx(10, "mx.signed.nl"), mx(20, "alias.signed.nl"))),
                of("unsigned", r -> r.mx("unsigned.nl"), found(Security.INSECURE, mx(10, "mx.signed.nl"))),
                of("below an unsigned TLD", r -> r.mx("island.org"), found(Security.INSECURE, mx(10, "mx.signed.nl"))),
                of("no data, signed", r -> r.mx("bare.nl"), new Answer.NoData<>(Security.SECURE)),
                of("no data, unsigned", r -> r.txt("unsigned.nl"), new Answer.NoData<>(Security.INSECURE)),
                of("no domain", r -> r.mx("nothing.nl"), new Answer.NxDomain<>(Security.SECURE)),
                of("no TLD", r -> r.mx("nothing.nowhere"), new Answer.NxDomain<>(Security.SECURE)),
                of("no name, signed", r -> r.txt("_dmarc.signed.nl"), new Answer.NxDomain<>(Security.SECURE)),
                of("no name, unsigned", r -> r.txt("_dmarc.unsigned.nl"), new Answer.NxDomain<>(Security.INSECURE)),
                of("empty non-terminal", r -> r.txt("_tcp.mx.signed.nl"), new Answer.NoData<>(Security.SECURE)),
                of(
                        "secure alias",
                        r -> r.addresses("alias.signed.nl", AddressFamily.A),
                        found(Security.SECURE, "127.9.1.1")),
                of(
                        "alias into the unsigned",
                        r -> r.addresses("leaving.signed.nl", AddressFamily.A),
                        found(Security.INSECURE, "127.9.1.2")),
                of(
                        "the secure alias itself",
                        r -> r.cname("leaving.signed.nl"),
                        new Answer.Found<>("mx.unsigned.nl", Security.SECURE, 3600)),
                of(
                        "alias to nowhere",
                        r -> r.addresses("lost.signed.nl", AddressFamily.A),
                        new Answer.NxDomain<>(Security.SECURE)),
                of("bogus", r -> r.mx("bogus.nl"), new Answer.Failed<>(DnsFailure.BOGUS)),
                of("bogus, unexplained", r -> r.mx("unexplained.nl"), new Answer.Failed<>(DnsFailure.BOGUS)),
                of(
                        "alias from the unsigned into the bogus",
                        r -> r.mx("misled.unsigned.nl"),
                        new Answer.Failed<>(DnsFailure.BOGUS)),
                of("bogus denial", r -> r.txt("_dmarc.bogus.nl"), new Answer.Failed<>(DnsFailure.BOGUS)),
                of("SERVFAIL", r -> r.mx("servfail.nl"), new Answer.Failed<>(DnsFailure.SERVFAIL)),
                of("refusal", r -> r.mx("refused.nl"), new Answer.Failed<>(DnsFailure.REFUSED)),
                of("malformed", r -> r.mx("malformed.nl"), new Answer.Failed<>(DnsFailure.MALFORMED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void trustedOrValidatedHere(String name, Function<Resolver, Answer<?>> question, Answer<?> truth) {
        assertThat(withoutErrors(question.apply(lab.trusting()))).isEqualTo(truth);
        assertThat(withoutErrors(question.apply(lab.validating()))).isEqualTo(truth);
    }

    @Test
    void silenceIsATimeoutForBoth() {
        Duration brief = Duration.ofMillis(300);
        try (Resolver trusting = lab.trusting(brief);
                Resolver validating = lab.validating(brief)) {
            assertThat(trusting.mx("silent.nl").answer()).isEqualTo(new Answer.Failed<>(DnsFailure.TIMEOUT));
            assertThat(validating.mx("silent.nl").answer()).isEqualTo(new Answer.Failed<>(DnsFailure.TIMEOUT));
        }
    }

    @Test
    void afterTheEndQuestionsAreCancelledAndNoBug() {
        Resolver trusting = lab.trusting(Duration.ofSeconds(1));
        Resolver validating = lab.validating(Duration.ofSeconds(1));
        trusting.close();
        validating.close();
        assertThatThrownBy(() -> trusting.mx("signed.nl")).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> validating.mx("signed.nl")).isInstanceOf(CancellationException.class);
    }

    @Test
    void bothFindTheRootSecure() {
        assertThat(lab.trusting().check().root()).isEqualTo(Security.SECURE);
        assertThat(lab.validating().check().root()).isEqualTo(Security.SECURE);
    }

    @Test
    void eachSaysWhyAnAnswerIsBogus() {
        assertThat(errors(lab.trusting().mx("bogus.nl")))
                .extracting(ExtendedError::code)
                .containsExactly(6);
        assertThat(errors(lab.validating().mx("bogus.nl"))).isNotEmpty();
    }

    @Test
    void keysAreAskedForOnce() {
        try (Resolver fresh = lab.validating(Duration.ofMinutes(1))) {
            // MX; then DNSKEY of the root, DS and DNSKEY of nl and of signed.nl.
            assertThat(fresh.mx("signed.nl").queries()).isEqualTo(6);
            assertThat(fresh.txt("signed.nl").queries()).isEqualTo(1);
            // MX, and the zone's own DS and DNSKEY.
            assertThat(fresh.mx("bare.nl").queries()).isEqualTo(3);
        }
    }

    private static Arguments of(String name, Function<Resolver, Lookup<?>> question, Answer<?> truth) {
        Function<Resolver, Answer<?>> answer =
                resolver -> question.apply(resolver).answer();
        return Arguments.of(name, answer, truth);
    }

    @SafeVarargs
    private static <T> Answer<List<T>> found(Security security, T... values) {
        return new Answer.Found<>(List.of(values), security, 3600);
    }

    private static MailExchange mx(int preference, String host) {
        return new MailExchange(preference, host);
    }

    /// The two explain failures in words of their own.
    private static Answer<?> withoutErrors(Answer<?> answer) {
        return answer instanceof Answer.Failed<?> failed ? new Answer.Failed<>(failed.failure()) : answer;
    }

    private static List<ExtendedError> errors(Lookup<?> lookup) {
        return lookup.answer() instanceof Answer.Failed<?> failed ? failed.errors() : List.of();
    }
}
