package org.mxcensus.crawler.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mxcensus.crawler.pace.BackOff;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Guard;
import org.mxcensus.crawler.pace.Limit;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.Pace;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.pace.StoppedTime;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.tls.Leaks;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.smtp.Crowd;
import org.mxcensus.lab.smtp.SmtpCounters;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.World;

/// Given twenty thousand targets and narrow limits, what the servers count.
@ExtendWith(Leaks.class)
class PolitenessTest {
    private static final int NETWORKS = 40;
    private static final int ADDRESSES_OF_A_NETWORK = 10;
    private static final int NAMES_OF_AN_ADDRESS = 50;
    private static final int DOMAINS = 25;

    /// A server counts a connection when it comes to accept it, which a busy machine does late: by so much a unit
    /// may seem to be ahead of its pace. Without spacing it would be ahead by all of the ten seconds that its
    /// starts take.
    private static final Duration COUNTED_LATE = Duration.ofSeconds(2);

    private static final int OVERALL = 40;
    private static final PublicSuffixes SUFFIXES = PublicSuffixes.bundled();

    @Test
    @Tag("full")
    void neverMoreAtOnceThanAllowed() throws Exception {
        Limit address = new Limit(1, Duration.ZERO);
        Limit network = new Limit(3, Duration.ZERO);
        Limit domain = new Limit(4, Duration.ZERO);

        SmtpCounters counted = callAll(new PaceLimits(address, network, domain, OVERALL, BackOff.NONE));

        assertAtOnce(counted.addresses(), address);
        assertAtOnce(counted.networks(), network);
        assertAtOnce(counted.domains(), domain);
        assertThat(counted.domains().values())
                .as("the limit is felt")
                .anySatisfy(crowd -> assertThat(crowd.mostAtOnce()).isEqualTo(4));
    }

    /// Each of the three takes ten seconds by itself.
    @Test
    @Tag("full")
    void neverMoreASecondThanAllowed() throws Exception {
        Limit address = new Limit(1, Duration.ofMillis(200));
        Limit network = new Limit(3, Duration.ofMillis(20));
        Limit domain = new Limit(4, Duration.ofMillis(12));

        SmtpCounters counted = callAll(new PaceLimits(address, network, domain, OVERALL, BackOff.NONE));

        assertAtOnce(counted.addresses(), address);
        assertAtOnce(counted.networks(), network);
        assertAtOnce(counted.domains(), domain);
        assertSpaced(counted.addresses(), address);
        assertSpaced(counted.networks(), network);
        assertSpaced(counted.domains(), domain);
    }

    private static void assertAtOnce(Map<String, Crowd> crowds, Limit limit) {
        crowds.forEach((unit, crowd) -> assertThat(crowd.mostAtOnce()).as(unit).isLessThanOrEqualTo(limit.atOnce()));
    }

    private static void assertSpaced(Map<String, Crowd> crowds, Limit limit) {
        crowds.forEach((unit, crowd) ->
                assertThat(aheadOfPace(crowd, limit.apart())).as(unit).isLessThan(COUNTED_LATE));
    }

    /// How much earlier a connection came than it may have, at most, whichever of those before it is the first of a
    /// window.
    private static Duration aheadOfPace(Crowd crowd, Duration apart) {
        return LongStream.rangeClosed(2, crowd.connections())
                .mapToObj(count -> apart.multipliedBy(count - 1)
                        .minus(crowd.leastSpan((int) count).orElseThrow()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /// Calls at every name of a world whose registered domains span its networks, all at once.
    private static SmtpCounters callAll(PaceLimits limits) throws Exception {
        List<HostSpec> hosts = IntStream.range(0, NETWORKS * ADDRESSES_OF_A_NETWORK)
                .mapToObj(PolitenessTest::host)
                .toList();
        List<SmtpTarget> targets = new ArrayList<>();
        for (int name = 0; name < NAMES_OF_AN_ADDRESS; name++) {
            for (HostSpec host : hosts) {
                String named = "n%d.%s".formatted(name, host.name());
                targets.add(SmtpTarget.of(host.addresses().getFirst(), named, named, false));
            }
        }
        assertThat(targets).hasSize(20_000);
        try (Lab lab = Lab.start(World.of(hosts), LabOptions.defaults())) {
            Pace pace = Pace.alone(limits, Pace.FOREVER, Ticker.SYSTEM, PolitenessTest::registeredDomain);
            Collection<SmtpOutcome> outcomes = probe(lab, pace, targets);
            SmtpCounters counted = lab.counters().smtp();

            assertThat(outcomes)
                    .allMatch(it ->
                            it instanceof SmtpOutcome.StartTlsNotOffered || it instanceof SmtpOutcome.TlsEstablished);
            assertThat(counted.connections()).isEqualTo(20_000);
            assertThat(counted.networks()).hasSize(NETWORKS);
            assertThat(counted.domains()).hasSize(DOMAINS);
            assertThat(counted.commands().keySet()).isSubsetOf("EHLO", "STARTTLS", "QUIT");
            assertThat(counted.pipelinedCommands()).isZero();
            return counted;
        }
    }

    private static HostSpec host(int number) {
        return HostSpec.of("mx%d.operator%d.net".formatted(number, number * 7 % DOMAINS))
                .withAddresses(
                        "127.20.%d.%d".formatted(number / ADDRESSES_OF_A_NETWORK, 1 + number % ADDRESSES_OF_A_NETWORK))
                .withSmtp(number % 20 == 0 ? SmtpBehaviour.STARTTLS : SmtpBehaviour.PLAIN);
    }

    private static String registeredDomain(String host) {
        return SUFFIXES.registeredDomain(host).orElse(host);
    }

    private static Collection<SmtpOutcome> probe(Lab lab, Pace pace, List<SmtpTarget> targets) throws Exception {
        try (Transport transport = Transport.open(2);
                TlsClient tls = TlsClient.open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            SmtpProbe probe = probe(lab, pace, transport, tls);
            List<Future<SmtpResult>> results = targets.stream()
                    .map(target -> threads.submit(() -> probe.probe(target)))
                    .toList();
            List<SmtpOutcome> outcomes = new ArrayList<>();
            for (Future<SmtpResult> result : results) {
                outcomes.add(result.get().observation().outcome());
            }
            return outcomes;
        }
    }

    private static SmtpProbe probe(Lab lab, Pace pace, Transport transport, TlsClient tls) {
        Duration patience = Duration.ofSeconds(20);
        SmtpConfig config =
                SmtpConfig.evenly("probe.mxcensus.example", lab.smtpPort(), patience, Duration.ofSeconds(60));
        Gate gate = new Gate(new Guard(true), OptOut.NOBODY, pace);
        return new SmtpProbe(transport, tls, gate, config, Clock.systemUTC());
    }

    /// What the server says is heard, and the pauses before the next calls grow by it; those before another's do
    /// not.
    @Test
    void aServerThatSaysLaterIsCalledLaterAndLater() throws Exception {
        Duration apart = Duration.ofSeconds(1);
        PaceLimits limits = new PaceLimits(
                new Limit(1, apart),
                new Limit(4, Duration.ZERO),
                new Limit(4, Duration.ZERO),
                40,
                new BackOff(4, 2, Duration.ofMillis(1), Duration.ofMinutes(5), Duration.ofDays(1_000)));
        HostSpec busy = HostSpec.of("mx.busy.net").withAddresses("127.21.1.1").withSmtp(SmtpBehaviour.DEFERRED);
        HostSpec other = HostSpec.of("mx.other.net").withAddresses("127.21.2.1").withSmtp(SmtpBehaviour.PLAIN);
        StoppedTime time = new StoppedTime();
        try (Lab lab = Lab.start(World.of(busy, other), LabOptions.defaults());
                Transport transport = Transport.open(1);
                TlsClient tls = TlsClient.open()) {
            Pace pace = Pace.alone(limits, Pace.FOREVER, time, PolitenessTest::registeredDomain);
            SmtpProbe probe = probe(lab, pace, transport, tls);
            for (int call = 0; call < 4; call++) {
                probe.probe(SmtpTarget.of("127.21.1.1", "mx.busy.net", "mx.busy.net", false));
            }
            assertThat(time.sleeps())
                    .extracting(nanos -> Math.round(nanos / 1e9))
                    .containsExactly(4L, 16L, 64L);

            for (int call = 0; call < 3; call++) {
                probe.probe(SmtpTarget.of("127.21.2.1", "mx.other.net", "mx.other.net", false));
            }
            assertThat(time.sleeps())
                    .extracting(nanos -> Math.round(nanos / 1e9))
                    .containsExactly(4L, 16L, 64L, 1L, 1L);
        }
    }
}
