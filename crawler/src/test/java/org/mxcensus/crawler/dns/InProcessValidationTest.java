package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// What becomes of an answer that is there, when that is not to be had which would prove it.
class InProcessValidationTest {

    private static final List<ExtendedError> ERRORS = List.of(new ExtendedError(22, "all servers are silent"));

    @TempDir
    private static Path folder;

    private static LabResolvers lab;
    private static NettyTransport wire;

    private final List<Duration> pauses = new ArrayList<>();

    @BeforeAll
    static void start() {
        lab = LabResolvers.start(
                World.of(
                        ZoneSpec.of("nl").withSigned(true),
                        DomainSpec.of("signed.nl").withSigned(true).withMx("10 mx.signed.nl")),
                folder);
        wire = new NettyTransport(lab.config(), new EventLoops(), new SecureRandom());
    }

    @AfterAll
    static void stop() {
        wire.close();
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({
        "signed.nl., MX, DNSKEY",
        "signed.nl., MX, DS",
        // Denials: the validator takes what it could not look at for unsigned.
        "signed.nl., TXT, DNSKEY",
        "nothing.signed.nl., MX, DNSKEY",
        "nothing.signed.nl., MX, DS"
    })
    void silenceAboutKeysIsATimeoutAndNoInsecureAnswer(String name, String type, String missing) {
        Reply reply = ask(name, type, keys(missing, n -> Optional.of(new Reply.Failed(DnsFailure.TIMEOUT))));
        assertThat(reply).isEqualTo(new Reply.Failed(DnsFailure.TIMEOUT));
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"signed.nl., MX, DNSKEY", "signed.nl., TXT, DS", "nothing.signed.nl., MX, DNSKEY"})
    void whereKeysCannotBeHadOneMoreTimeTheAnswerIsBogus(String name, String type, String missing) {
        Reply reply = ask(name, type, keys(missing, n -> Optional.of(new Reply.Failed(DnsFailure.SERVFAIL, ERRORS))));
        assertThat(reply).isEqualTo(new Reply.Failed(DnsFailure.BOGUS, ERRORS));
        assertThat(pauses).containsOnly(TrustedResolver.SPACING);
    }

    @Test
    void keysThatComeLaterProveTheAnswer() {
        Reply reply = ask(
                "signed.nl.",
                "MX",
                keys("DNSKEY", n -> n == 1 ? Optional.of(new Reply.Failed(DnsFailure.SERVFAIL)) : Optional.empty()));
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        answered -> assertThat(answered.message().getHeader().getFlag(Flags.AD))
                                .isTrue());
        assertThat(pauses).containsExactly(TrustedResolver.SPACING);
    }

    @Test
    void aNameThatADnameMakesTooLongCannotBeFollowed() {
        String label = "x".repeat(60);
        String target = String.join(".", label, label, label) + ".";
        Exchange overlong = (question, tally) -> {
            Message message = Message.newQuery(Record.newRecord(question.name(), question.type(), DClass.IN));
            message.getHeader().setFlag(Flags.QR);
            message.getHeader().setRcode(Rcode.NOERROR);
            message.addRecord(Messages.record("tree.nl. DNAME " + target), Section.ANSWER);
            return new Reply.Answered(message);
        };
        assertThat(ask(label + "." + label + ".tree.nl.", "A", overlong))
                .isEqualTo(new Reply.Failed(DnsFailure.SERVFAIL));
    }

    private Reply ask(String name, String type, Exchange exchange) {
        return new InProcessValidation(
                        exchange, TrustAnchors.open(Optional.of(lab.anchor())), LabResolvers.CLOCK, pauses::add)
                .ask(new Question(Name.fromConstantString(name), Type.value(type)), new Tally());
    }

    /// The lab's answers, but for the keys of one domain.
    ///
    /// @param reply what becomes of the first question for them, of the second...; nothing for the lab's own
    private static Exchange keys(String type, IntFunction<Optional<Reply>> reply) {
        AtomicInteger asked = new AtomicInteger();
        return (question, tally) -> {
            boolean wanted = question.name().toString().equals("signed.nl.") && question.type() == Type.value(type);
            return (wanted ? reply.apply(asked.incrementAndGet()) : Optional.<Reply>empty())
                    .orElseGet(() -> wire.ask(question, tally));
        };
    }
}
