package org.mxcensus.crawler.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.FixturesWithout;
import org.mxcensus.crawler.dns.LabResolvers;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.Underway;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.World;

/// Every host of the world with every fixture gets the row that its line in the world says, whoever validates.
class EveryHostOfTheLabTest {
    /// All of it but silence, which would take as long as we are patient.
    private static final World WORLD = FixturesWithout.answers(DnsBehaviour.TIMEOUT);

    @TempDir
    private Path folder;

    @Test
    void theRowsAreTheWorld() {
        try (LabResolvers lab = LabResolvers.start(WORLD, folder)) {
            Underway<Map<String, HostObservation>> validated = Underway.ask(() -> probe(lab.validating()));
            Map<String, HostObservation> trusted = probe(lab.trusting());
            assertThat(byName(spec -> tlsaOf(trusted.get(spec.name())))).isEqualTo(byName(EveryHostOfTheLabTest::tlsa));
            assertThat(byName(spec -> addressesOf(trusted.get(spec.name()))))
                    .isEqualTo(byName(EveryHostOfTheLabTest::addresses));
            assertThat(byName(spec -> trusted.get(spec.name()).cname()))
                    .isEqualTo(byName(spec -> spec.cname().stream().toList()));
            assertThat(trusted.values())
                    .allSatisfy(seen -> assertThat(seen.zoneNs().isEmpty())
                            .isEqualTo(!(seen.tlsa() instanceof TlsaOutcome.Failed)));
            assertThat(validated.await()).isEqualTo(trusted);
        }
    }

    private static Map<String, HostObservation> probe(Resolver resolver) {
        HostProbe probe = new HostProbe(resolver, host -> host, LabResolvers.CLOCK, 25);
        List<Underway<HostObservation>> probes = WORLD.hosts().stream()
                .map(spec -> Underway.ask(() -> probe.probe(spec.name())))
                .toList();
        return probes.stream()
                .map(Underway::await)
                .map(EveryHostOfTheLabTest::comparable)
                .collect(Collectors.toMap(HostObservation::host, Function.identity()));
    }

    private static <T> Map<String, T> byName(Function<HostSpec, T> of) {
        return WORLD.hosts().stream().collect(Collectors.toMap(HostSpec::name, of));
    }

    private static String addressesOf(HostObservation seen) {
        return seen.a() instanceof Answer.Failed<List<String>> failed
                ? failed.failure().name()
                : "answered";
    }

    private static String addresses(HostSpec spec) {
        return spec.dns() == DnsBehaviour.OK ? "answered" : failure(spec.dns()).name();
    }

    /// Whoever validates explains a failure in words of its own.
    private static HostObservation comparable(HostObservation o) {
        TlsaOutcome tlsa = o.tlsa() instanceof TlsaOutcome.Failed f
                ? new TlsaOutcome.Failed(f.base(), f.failure(), List.of())
                : o.tlsa();
        return new HostObservation(
                o.host(),
                Instant.EPOCH,
                o.registeredDomain(),
                plain(o.a()),
                plain(o.aaaa()),
                o.cname(),
                tlsa,
                o.zoneNs(),
                0,
                0);
    }

    private static Answer<List<String>> plain(Answer<List<String>> answer) {
        return answer instanceof Answer.Failed<List<String>> failed ? new Answer.Failed<>(failed.failure()) : answer;
    }

    /// What the row says of TLSA, with the number of records for the records.
    private static String tlsaOf(HostObservation seen) {
        return switch (seen.tlsa()) {
            case TlsaOutcome.Found f -> "found " + f.records().size() + " at " + f.base();
            case TlsaOutcome.FoundInsecure f -> "found insecure " + f.records().size() + " at " + f.base();
            case TlsaOutcome.Absent a -> "absent " + a.security();
            case TlsaOutcome.Failed f -> "failed " + f.failure() + " at " + f.base();
            case TlsaOutcome.NotAsked n -> "not asked";
        };
    }

    private static String tlsa(HostSpec spec) {
        boolean alias = spec.cname().isPresent();
        HostSpec end = spec.cname().flatMap(WORLD::host).orElse(spec);
        if (spec.dns() != DnsBehaviour.OK || end.addresses().isEmpty()) {
            return "not asked";
        }
        if (isSigned(spec) && isSigned(end)) {
            return belowSecure(alias && !end.tlsa().isEmpty() ? end : spec);
        }
        // Of an alias that is secure itself the original name counts, and so does the denial there.
        return alias && isSigned(spec) ? belowSecure(spec) : belowInsecure(spec);
    }

    private static String belowSecure(HostSpec base) {
        if (base.tlsaDns() != DnsBehaviour.OK) {
            return "failed " + failure(base.tlsaDns()) + " at " + base.name();
        }
        return base.tlsa().isEmpty()
                ? "absent " + Security.SECURE
                : "found " + base.tlsa().size() + " at " + base.name();
    }

    private static String belowInsecure(HostSpec base) {
        return base.tlsa().isEmpty() || base.tlsaDns() != DnsBehaviour.OK
                ? "absent " + Security.INSECURE
                : "found insecure " + base.tlsa().size() + " at " + base.name();
    }

    /// The world names its zones after that.
    private static boolean isSigned(HostSpec spec) {
        return spec.name().endsWith("-signed.net") || spec.name().endsWith("-signed.nl");
    }

    private static DnsFailure failure(DnsBehaviour behaviour) {
        return switch (behaviour) {
            case OK -> throw new IllegalArgumentException("no failure");
            case SERVFAIL -> DnsFailure.SERVFAIL;
            case BOGUS, BOGUS_UNEXPLAINED -> DnsFailure.BOGUS;
            case TIMEOUT -> DnsFailure.TIMEOUT;
            case REFUSED -> DnsFailure.REFUSED;
            case MALFORMED -> DnsFailure.MALFORMED;
        };
    }
}
