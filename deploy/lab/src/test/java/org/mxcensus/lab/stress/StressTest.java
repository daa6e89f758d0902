package org.mxcensus.lab.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.client.Asking;
import org.mxcensus.lab.client.Conversation;
import org.mxcensus.lab.policy.PolicyAddresses;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.World;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// A lab under stress, seen by its clients.
class StressTest {

    private static final int HOSTS = 40;
    private static final StsSpec POLICY =
            StsSpec.of("v=STSv1; id=1", "version: STSv1\nmode: enforce\nmx: mx.example.nl\nmax_age: 86400\n");

    /// Each at an address of its own.
    private static final List<String> ADDRESSES = IntStream.rangeClosed(1, HOSTS)
            .mapToObj(number -> "127.9.60." + number)
            .toList();

    private static final World WORLD = World.of(Stream.concat(
                    IntStream.range(0, HOSTS)
                            .<Spec>mapToObj(number ->
                                    HostSpec.of("mx" + number + ".example.net").withAddresses(ADDRESSES.get(number))),
                    IntStream.range(0, HOSTS)
                            .<Spec>mapToObj(number -> DomainSpec.of("d" + number + ".nl")
                                    .withMx("0 .")
                                    .withSts(POLICY)))
            .toList());

    private static Lab under(Stress stress) {
        return Lab.start(WORLD, LabOptions.defaults().withStress(stress));
    }

    @Test
    void datagramsAreLostAndStreamsAreNot() {
        try (Lab lab = under(Stress.NONE.withDatagramLoss(1))) {
            SimpleResolver stub = new Asking(lab).stub();
            stub.setTimeout(Duration.ofMillis(100));
            assertThatThrownBy(() -> Asking.ask(stub, "d0.nl.", Type.MX)).isInstanceOf(UncheckedIOException.class);
            stub.setTimeout(Duration.ofSeconds(10));
            stub.setTCP(true);
            assertThat(Asking.data(Asking.ask(stub, "d0.nl.", Type.MX), Type.MX))
                    .containsExactly("0 .");
            assertThat(lab.counters().dns().overUdp()).isZero();
        }
    }

    @Test
    void theResolverGoesAwayAndComesBack() {
        try (Lab lab = under(Stress.NONE.withAbsence(new Absence(3, Duration.ofMillis(500))))) {
            SimpleResolver stub = new Asking(lab).stub();
            Asking.ask(stub, "d0.nl.", Type.MX);
            Asking.ask(stub, "d1.nl.", Type.MX);
            stub.setTimeout(Duration.ofMillis(100));
            assertThatThrownBy(() -> Asking.ask(stub, "d2.nl.", Type.MX)).isInstanceOf(UncheckedIOException.class);
            await().ignoreException(UncheckedIOException.class)
                    .until(() -> Asking.data(Asking.ask(stub, "d2.nl.", Type.MX), Type.MX), List.of("0 .")::equals);
        }
    }

    @Test
    void mailServersResetConnectionsAtAnyStage() {
        try (Lab lab = under(Stress.NONE.withResets(1))) {
            List<Integer> heard = new ArrayList<>();
            for (int number = 0; number < HOSTS; number++) {
                String host = "mx" + number + ".example.net";
                List<String> replies = new ArrayList<>();
                try (Conversation talk = new Conversation(ADDRESSES.get(number), lab.smtpPort())) {
                    replies.add(talk.hear());
                    replies.add(talk.say("EHLO me.example"));
                    replies.add(talk.say("STARTTLS"));
                    talk.handshake(host);
                    replies.add("TLS");
                    replies.add(talk.say("EHLO me.example"));
                    replies.add(talk.say("QUIT"));
                } catch (Exception ended) {
                    assertThat(ended).hasStackTraceContaining("onnection reset");
                }
                heard.add(replies.size());
            }
            // Before and amid the greeting, at EHLO, STARTTLS, in the handshake, at EHLO after it, at QUIT.
            assertThat(heard).containsOnly(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void policyHostsResetConnectionsAtAnyStage() {
        try (Lab lab = under(Stress.NONE.withResets(1))) {
            List<String> heard = new ArrayList<>();
            for (int number = 0; number < HOSTS; number++) {
                try (Conversation talk = policyHost(lab, number)) {
                    heard.add("TLS");
                    heard.add(ask(talk, number));
                    assertThatThrownBy(() -> {
                                while (true) {
                                    talk.hear();
                                }
                            })
                            .isInstanceOf(SocketException.class);
                } catch (Exception ended) {
                    assertThat(ended).hasStackTraceContaining("onnection reset");
                }
            }
            long sessions = heard.stream().filter("TLS"::equals).count();
            long responses = heard.stream().filter("HTTP/1.1 200 OK"::equals).count();
            assertThat(sessions).isLessThan(HOSTS).isGreaterThan(responses);
            assertThat(responses).isPositive();
        }
    }

    @Test
    void mailServersTurnAwayWhoCallsTooOften() throws Exception {
        try (Lab lab = under(Stress.NONE.withLimiting(1))) {
            List<String> codes = new ArrayList<>();
            for (int number = 0; number < HOSTS; number++) {
                try (Conversation talk = new Conversation(ADDRESSES.get(number), lab.smtpPort())) {
                    String greeting = talk.hear();
                    codes.add((greeting.startsWith("220") ? talk.say("EHLO me.example") : greeting).substring(0, 3));
                }
            }
            assertThat(codes).containsOnly("421", "450", "250");
        }
    }

    @Test
    void policyHostsTurnAwayWhatIsTooMuch() throws Exception {
        try (Lab lab = under(Stress.NONE.withPoliciesPerSecond(0))) {
            try (Conversation talk = policyHost(lab, 0)) {
                assertThat(ask(talk, 0)).isEqualTo("HTTP/1.1 429 Too Many Requests");
            }
        }
    }

    private static Conversation policyHost(Lab lab, int number) throws Exception {
        String name = "mta-sts.d" + number + ".nl";
        Conversation talk = new Conversation(PolicyAddresses.of(name), lab.httpsPort());
        talk.handshakeTrusting(lab, name);
        return talk;
    }

    /// @return the first line of the response
    private static String ask(Conversation talk, int number) throws IOException {
        return talk.say("GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: mta-sts.d" + number + ".nl\r\n");
    }
}
