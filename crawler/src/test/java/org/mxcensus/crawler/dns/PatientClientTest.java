package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.crawler.Warnings;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.World;

/// The client of a crawl and a resolver that goes away under it.
class PatientClientTest {
    private static final World WORLD = World.of(
            DomainSpec.of("example.nl").withSigned(true).withMx("10 mx.example.nl"),
            DomainSpec.of("other.nl").withSigned(true).withMx("10 mx.example.nl"),
            DomainSpec.of("bogus.nl")
                    .withSigned(true)
                    .withMx("10 mx.example.nl")
                    .withDns(DnsBehaviour.BOGUS),
            DomainSpec.of("silent.nl").withDns(DnsBehaviour.TIMEOUT));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void whatIsAskedMeanwhileIsAnsweredAfterwards(boolean validating, boolean closed) throws Exception {
        try (Lab lab = lab();
                Resolver resolver = open(lab, validating);
                Warnings warnings = Warnings.of(Presence.class.getName())) {
            // What is in memory already must not answer for the resolver.
            resolver.mx("other.nl");
            if (closed) {
                lab.resolverClosed();
            } else {
                lab.resolverAway();
            }
            AtomicReference<Lookup<List<MailExchange>>> found = new AtomicReference<>();
            AtomicReference<Lookup<List<MailExchange>>> bogus = new AtomicReference<>();
            Thread asking = Thread.ofVirtual().start(() -> found.set(resolver.mx("example.nl")));
            Thread doubting = Thread.ofVirtual().start(() -> bogus.set(resolver.mx("bogus.nl")));
            await().until(() -> !warnings.lines().isEmpty());
            assertThat(found.get()).isNull();

            lab.resolverBack();
            asking.join();
            doubting.join();

            assertThat(found.get().answer())
                    .isEqualTo(
                            new Answer.Found<>(List.of(new MailExchange(10, "mx.example.nl")), Security.SECURE, 3600));
            assertThat(bogus.get().answer())
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> assertThat(failed.failure()).isEqualTo(DnsFailure.BOGUS));
            assertThat(warnings.lines()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDomainThatNobodyServesHoldsNobodyUp(boolean validating) throws Exception {
        try (Lab lab = lab();
                Resolver resolver = open(lab, validating);
                Warnings warnings = Warnings.of(Presence.class.getName())) {
            List<Answer<List<MailExchange>>> dead = new ArrayList<>();
            Thread asking = Thread.ofVirtual()
                    .start(() -> dead.add(resolver.mx("silent.nl").answer()));
            while (asking.isAlive()) {
                assertThat(resolver.mx("example.nl").answer()).isInstanceOf(Answer.Found.class);
            }

            assertThat(dead).containsExactly(new Answer.Failed<>(DnsFailure.TIMEOUT));
            assertThat(warnings.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void interruptionEndsTheWaiting(boolean validating) throws Exception {
        try (Lab lab = lab();
                Resolver resolver = open(lab, validating);
                Warnings warnings = Warnings.of(Presence.class.getName())) {
            lab.resolverAway();
            AtomicReference<RuntimeException> end = new AtomicReference<>();
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    resolver.mx("example.nl");
                } catch (CancellationException e) {
                    end.set(e);
                }
            });
            await().until(() -> !warnings.lines().isEmpty());

            asking.interrupt();
            asking.join();

            assertThat(end.get()).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void whoChecksADomainIsToldInTime() {
        try (Lab lab = lab();
                Resolver resolver = DnsClient.open(config(lab, false), LabResolvers.CLOCK)) {
            lab.resolverAway();
            assertThat(resolver.mx("example.nl").answer()).isEqualTo(new Answer.Failed<>(DnsFailure.TIMEOUT));
        }
    }

    private static Lab lab() {
        return Lab.start(WORLD, LabOptions.defaults().withValidAt(LabResolvers.CLOCK.instant()));
    }

    private Resolver open(Lab lab, boolean validating) {
        return DnsClient.patient(config(lab, validating), LabResolvers.CLOCK, none -> {}, Ticker.SYSTEM);
    }

    private ResolverConfig config(Lab lab, boolean validating) {
        Optional<Path> anchor = validating ? Optional.of(anchor(lab)) : Optional.empty();
        return new ResolverConfig(List.of(lab.resolver()), false, anchor, Duration.ofSeconds(1), 2, 100);
    }

    private Path anchor(Lab lab) {
        try {
            return Files.writeString(folder.resolve("anchor"), lab.trustAnchor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
