package org.mxcensus.crawler.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mxcensus.crawler.pace.Permits;
import org.mxcensus.crawler.tls.Leaks;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.smtp.SmtpCounters;
import org.mxcensus.lab.truth.AddressTruth;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.World;

/// Given a world, the truth about each address of it, and good manners.
@ExtendWith(Leaks.class)
class SmtpProbeInTheLabTest {

    private static final String EHLO_NAME = "probe.mxcensus.example";

    @Test
    void everyAddressOfAWorldIsSeenAsItIs() throws Exception {
        try (Lab lab = Lab.start(World.everyFixture(), LabOptions.defaults())) {
            List<AddressTruth> truths = lab.truthAtFirst().addresses().toList();

            List<AddressTruth> seen = probeAll(
                    lab.smtpPort(),
                    truths.stream()
                            .map(truth -> SmtpTarget.of(truth.ip(), truth.host(), truth.host(), false))
                            .toList());

            assertThat(seen)
                    .usingRecursiveFieldByFieldElementComparatorOnFields("host", "ip", "outcome", "cause", "tls")
                    .isEqualTo(truths);
            assertMannered(lab.counters().smtp());
        }
    }

    @Test
    void aCrowdOnFewAddressesIsPolite() throws Exception {
        List<HostSpec> hosts = IntStream.range(0, 300)
                .mapToObj(i -> HostSpec.of("mx" + i + ".example.net")
                        .withAddresses("127.9.77." + i % 10)
                        .withSmtp(i % 10 == 0 ? SmtpBehaviour.PLAIN : SmtpBehaviour.STARTTLS))
                .toList();
        try (Lab lab = Lab.start(World.of(hosts), LabOptions.defaults())) {
            List<AddressTruth> seen = probeAll(
                    lab.smtpPort(),
                    hosts.stream()
                            .map(host -> SmtpTarget.of(host.addresses().getFirst(), host.name(), host.name(), false))
                            .toList());

            assertThat(seen).extracting(AddressTruth::outcome).containsOnly("TLS_ESTABLISHED", "STARTTLS_NOT_OFFERED");
            assertThat(lab.counters().smtp().connections()).isEqualTo(300);
            assertThat(lab.counters().smtp().mostAtOnce()).isGreaterThan(1);
            assertMannered(lab.counters().smtp());
        }
    }

    private static void assertMannered(SmtpCounters counters) {
        assertThat(counters.mostAtOncePerAddress()).isEqualTo(1);
        assertThat(counters.illMannered()).isZero();
        assertThat(counters.pipelinedCommands()).isZero();
        assertThat(counters.clientNames()).containsExactly(EHLO_NAME);
        assertThat(counters.commands().keySet()).isSubsetOf("EHLO", "HELO", "STARTTLS", "QUIT");
    }

    /// What was seen, in the words of the truth.
    private static List<AddressTruth> probeAll(int port, List<SmtpTarget> targets) throws Exception {
        try (Transport transport = Transport.open(2);
                TlsClient tls = TlsClient.open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            SmtpProbe probe = new SmtpProbe(transport, tls, Permits.lab(), patient(port), Clock.systemUTC());
            List<Future<SmtpResult>> results = targets.stream()
                    .map(target -> threads.submit(() -> probe.probe(target)))
                    .toList();
            List<AddressTruth> seen = new ArrayList<>();
            for (Future<SmtpResult> result : results) {
                seen.add(inWords(result.get().observation()));
            }
            return seen;
        }
    }

    /// Silent servers are waited for together; the others must not be lost to a busy machine.
    private static SmtpConfig patient(int port) {
        Duration patience = Duration.ofSeconds(8);
        return SmtpConfig.evenly(EHLO_NAME, port, patience, Duration.ofSeconds(60));
    }

    private static AddressTruth inWords(SmtpObservation observation) {
        List<String> words = switch (observation.outcome()) {
            case SmtpOutcome.NotConnected it -> words("NOT_CONNECTED", it.cause());
            case SmtpOutcome.Deferred it -> words("DEFERRED", "");
            case SmtpOutcome.Blocked it -> words("BLOCKED", "");
            case SmtpOutcome.NoService it -> words("NO_SERVICE", "");
            case SmtpOutcome.EhloRejected it -> words("EHLO_REJECTED", "");
            case SmtpOutcome.StartTlsNotOffered it -> words("STARTTLS_NOT_OFFERED", "");
            case SmtpOutcome.StartTlsRefused it -> words("STARTTLS_REFUSED", "");
            case SmtpOutcome.HandshakeFailed it -> words("HANDSHAKE_FAILED", it.cause());
            case SmtpOutcome.TlsEstablished(TlsSession session) -> words("TLS_ESTABLISHED", "", session.version());
            case SmtpOutcome.ProtocolError it -> words("PROTOCOL_ERROR", it.cause());
            case SmtpOutcome.NotAttempted it -> words("NOT_ATTEMPTED", it.reason());
            case SmtpOutcome.NotTold it -> words("NOT_TOLD", it.stage());
            case SmtpOutcome.InternalError it -> words("INTERNAL_ERROR", it.detail());
        };
        return new AddressTruth(
                observation.host(),
                observation.ip(),
                words.getFirst(),
                "",
                words.get(1),
                "",
                "",
                "",
                "",
                words.size() > 2 ? words.get(2) : "",
                "",
                "",
                "",
                "",
                "");
    }

    private static List<String> words(Object... words) {
        return Stream.of(words).map(Object::toString).toList();
    }
}
