package org.mxcensus.crawler.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.FixturesWithout;
import org.mxcensus.crawler.dns.LabResolvers;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.Underway;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.lab.truth.Truth;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.MxSpec;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.World;

/// Every domain of the world with every fixture gets the row that its line in the world says, whoever validates.
class EveryDomainOfTheLabTest {
    /// All of it but silence, which would take as long as we are patient.
    private static final World WORLD = FixturesWithout.answers(DnsBehaviour.TIMEOUT);

    @TempDir
    private Path folder;

    @Test
    void theRowsAreTheWorld() {
        Truth truth = Truth.of(WORLD);
        try (LabResolvers lab = LabResolvers.start(WORLD, folder)) {
            Underway<Map<String, DomainObservation>> validated = Underway.ask(() -> probe(lab.validating()));
            Map<String, DomainObservation> trusted = probe(lab.trusting());
            assertThat(byName(spec -> withoutErrors(trusted.get(spec.name()).mx())))
                    .isEqualTo(byName(EveryDomainOfTheLabTest::mx));
            assertThat(byName(spec -> hints(trusted.get(spec.name()))))
                    .isEqualTo(byName(spec -> truth.domain(spec.name()).hints()));
            for (DomainSpec spec : WORLD.domains()) {
                DomainObservation seen = trusted.get(spec.name());
                fits(seen.spf(), spec, spec.txt(), "v=spf1");
                fits(seen.dmarc(), spec, spec.dmarc(), "v=DMARC1");
                fits(seen.tlsRpt(), spec, spec.tlsrpt(), "v=TLSRPTv1");
                assertThat(errors(seen.mx())).as(spec.name()).isEqualTo(errors(spec.dns()));
                fits(
                        seen.stsRecord(),
                        spec,
                        spec.sts().map(StsSpec::recordDns).orElse(DnsBehaviour.OK),
                        spec.sts().map(StsSpec::records).orElse(List.of()),
                        "v=STSv1");
                assertThat(seen.stsPolicy() instanceof PolicyFetch.NoAddress)
                        .as(spec.name())
                        .isEqualTo(seen.stsRecord() instanceof RecordOutcome.Valid);
            }
            assertThat(comparable(validated.await())).isEqualTo(comparable(trusted));
        }
    }

    private static <T> Map<String, T> byName(Function<DomainSpec, T> of) {
        return WORLD.domains().stream().collect(Collectors.toMap(DomainSpec::name, of));
    }

    /// All at once, with a fetcher that finds nobody. What differs from one way to the other is left out.
    private static Map<String, DomainObservation> probe(Resolver resolver) {
        PolicyFetcher nobody = domain -> PolicyVisit.of(new PolicyFetch.NoAddress());
        DomainProbe probe =
                new DomainProbe(resolver, nobody, DomainConfig.everything("here"), new Random(1), LabResolvers.CLOCK);
        List<Underway<DomainObservation>> probes = WORLD.domains().stream()
                .map(spec -> Underway.ask(() -> probe.probe(spec.name()).observation()))
                .toList();
        return probes.stream()
                .map(Underway::await)
                .collect(Collectors.toMap(DomainObservation::domain, Function.identity()));
    }

    private static Map<String, DomainObservation> comparable(Map<String, DomainObservation> seen) {
        return byName(spec -> comparable(Objects.requireNonNull(seen.get(spec.name())), areHintsProvable(spec)));
    }

    /// The signatures of a bogus record's owner are all broken, and so is its NSEC, which denies the names after it. A
    /// validator goes by that; the lab's own resolver knows what is there.
    private static boolean areHintsProvable(DomainSpec spec) {
        return spec.sts().filter(sts -> sts.recordDns().isBogus()).isEmpty();
    }

    private static DomainObservation comparable(DomainObservation o, boolean withHints) {
        return new DomainObservation(
                o.domain(),
                Instant.EPOCH,
                withoutErrors(o.mx()),
                o.mxAlias(),
                o.spf(),
                o.dmarc(),
                withHints ? o.dkim() : Hint.UNMEASURED,
                withHints ? o.openpgpkey() : Hint.UNMEASURED,
                withHints ? o.smimea() : Hint.UNMEASURED,
                o.stsRecord(),
                o.stsAlias(),
                o.stsPolicy(),
                o.policyAlias(),
                o.tlsRpt(),
                o.ns(),
                0,
                0,
                o.vantage());
    }

    /// Whoever validates explains a failure in words of its own.
    private static MxOutcome withoutErrors(MxOutcome mx) {
        return mx instanceof MxOutcome.Unmeasured u ? new MxOutcome.Unmeasured(u.failure(), List.of()) : mx;
    }

    private static List<ExtendedError> errors(MxOutcome mx) {
        return mx instanceof MxOutcome.Unmeasured u ? u.errors() : List.of();
    }

    /// What the lab's resolver says of the reason.
    private static List<ExtendedError> errors(DnsBehaviour behaviour) {
        return switch (behaviour) {
            case SERVFAIL -> List.of(new ExtendedError(22, ""));
            case BOGUS -> List.of(new ExtendedError(6, "signature does not verify"));
            case OK, BOGUS_UNEXPLAINED, TIMEOUT, REFUSED, MALFORMED -> List.of();
        };
    }

    private static List<String> hints(DomainObservation seen) {
        return Stream.of(seen.dkim(), seen.openpgpkey(), seen.smimea())
                .map(Hint::name)
                .toList();
    }

    private static MxOutcome mx(DomainSpec spec) {
        Security parent = spec.name().endsWith(".xx") ? Security.INSECURE : Security.SECURE;
        if (!spec.exists()) {
            return new MxOutcome.NxDomain(parent);
        }
        if (spec.dns() != DnsBehaviour.OK) {
            return new MxOutcome.Unmeasured(failure(spec.dns()), List.of());
        }
        Security security = spec.signed() ? parent : Security.INSECURE;
        List<MailExchange> exchanges = spec.mx().stream()
                .map(MxSpec::parse)
                .map(mx -> new MailExchange(mx.preference(), mx.host().equals(".") ? "" : mx.host()))
                .sorted(Comparator.comparingInt(MailExchange::preference))
                .toList();
        if (exchanges.isEmpty()) {
            return WORLD.host(spec.name()).isPresent()
                    ? new MxOutcome.Implicit(security)
                    : new MxOutcome.NoMail(security);
        }
        if (exchanges.stream().noneMatch(x -> x.host().isEmpty())) {
            return new MxOutcome.Hosts(exchanges, security, 3600);
        }
        return exchanges.size() == 1
                ? new MxOutcome.NullMx(security, 3600)
                : new MxOutcome.NullMxMixed(exchanges, security, 3600);
    }

    /// How many records of that kind the world holds decides; how each is read is tested with its grammar.
    private static void fits(RecordOutcome<?> seen, DomainSpec spec, List<String> texts, String version) {
        fits(seen, spec, DnsBehaviour.OK, texts, version);
    }

    /// @param own how questions for this record are answered, where the domain answers
    private static void fits(
            RecordOutcome<?> seen, DomainSpec spec, DnsBehaviour own, List<String> texts, String version) {
        long records = texts.stream().filter(t -> t.startsWith(version)).count();
        if (!spec.exists()) {
            assertThat(seen).as(spec.name()).isEqualTo(new RecordOutcome.NotAsked<>());
        } else if (spec.dns() != DnsBehaviour.OK || own != DnsBehaviour.OK) {
            DnsBehaviour answered = spec.dns() == DnsBehaviour.OK ? own : spec.dns();
            assertThat(seen).as(spec.name()).isEqualTo(new RecordOutcome.Unmeasured<>(failure(answered)));
        } else if (records == 0) {
            assertThat(seen).as(spec.name()).isEqualTo(new RecordOutcome.Absent<>());
        } else if (records == 1) {
            assertThat(seen).as(spec.name()).isInstanceOfAny(RecordOutcome.Valid.class, RecordOutcome.Malformed.class);
            // However many strings it came in.
            if (seen instanceof RecordOutcome.Valid<?> valid) {
                assertThat(texts).as(spec.name()).contains(valid.text());
            }
        } else {
            assertThat(seen).as(spec.name()).isInstanceOf(RecordOutcome.Multiple.class);
        }
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
