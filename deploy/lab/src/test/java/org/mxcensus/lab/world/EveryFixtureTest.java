package org.mxcensus.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The world with every fixture holds every fixture, signed and unsigned.
class EveryFixtureTest {

    private static final World WORLD = World.everyFixture();

    @Test
    void everyMailServerAndCertificateStandsInASignedAndInAnUnsignedZone() {
        for (boolean secure : new boolean[] {true, false}) {
            assertThat(hosts(secure).map(host -> host.smtp().behaviour())).contains(SmtpBehaviour.values());
            assertThat(hosts(secure).map(host -> host.smtp().tls().cert()))
                    .containsAll(EnumSet.complementOf(EnumSet.of(CertificateKind.HUGE, CertificateKind.LONG_CHAIN)));
        }
    }

    @Test
    void everyTurnOfDialoguesAndHandshakesStandsInASignedZone() {
        assertThat(hosts(true).map(host -> host.smtp().tls().cert())).contains(CertificateKind.values());
        assertThat(hosts(true).map(host -> host.smtp().tls().support())).contains(TlsSupport.values());
        assertThat(hosts(true).map(host -> host.smtp().tls().group())).contains(TlsGroup.values());
        assertThat(hosts(true).map(host -> host.smtp().tls().keyType())).contains(KeyType.values());
        assertThat(hosts(true).map(host -> host.smtp().alert())).contains(Alert.values());
        assertThat(hosts(true).map(host -> host.smtp().speech())).contains(Speech.values());
        assertThat(hosts(true).map(host -> host.smtp().offer())).contains(Offer.values());
        for (SmtpBehaviour behaviour : List.of(SmtpBehaviour.CLOSED, SmtpBehaviour.RESET)) {
            assertThat(hosts(true)
                            .filter(host -> host.smtp().behaviour() == behaviour)
                            .flatMap(host -> host.smtp().stage().stream()))
                    .contains(Stage.values());
        }
    }

    @Test
    void everyPolicyHostBelongsToASignedAndToAnUnsignedDomain() {
        for (boolean secure : new boolean[] {true, false}) {
            assertThat(domains(secure).flatMap(domain -> domain.sts().stream()).map(StsSpec::behaviour))
                    .contains(PolicyBehaviour.values());
        }
    }

    @Test
    void everyWayInWhichNamesFailIsThere() {
        Set<DnsBehaviour> all = Set.of(DnsBehaviour.values());
        assertThat(domains(true).map(DomainSpec::dns).collect(Collectors.toSet()))
                .isEqualTo(all);
        assertThat(hosts(true).map(HostSpec::dns).collect(Collectors.toSet())).isEqualTo(all);
        assertThat(hosts(true).map(HostSpec::tlsaDns).collect(Collectors.toSet()))
                .isEqualTo(all);
    }

    @Test
    void everyHintStandsInZonesThatDenyAndInZonesThatDoNotAndIsMissingThereToo() {
        for (boolean secure : new boolean[] {true, false}) {
            for (Denial denial : Denial.values()) {
                assertThat(domains(secure)
                                .filter(domain -> domain.denial() == denial)
                                .map(DomainSpec::hints))
                        .contains(Set.of(), Set.of(Hint.DKIM), Set.of(Hint.values()));
            }
        }
    }

    @Test
    void itCanBeWrittenAndReadBack(@TempDir Path folder) {
        Path file = folder.resolve("every.jsonl");
        WORLD.write(file);
        assertThat(World.read(file)).isEqualTo(WORLD);
    }

    private static Stream<HostSpec> hosts(boolean secure) {
        return WORLD.hosts().stream()
                .filter(host -> WORLD.cuts().enclosing(host.name()).secure() == secure);
    }

    private static Stream<DomainSpec> domains(boolean secure) {
        return WORLD.domains().stream()
                .filter(DomainSpec::exists)
                .filter(domain -> WORLD.cuts().enclosing(domain.name()).secure() == secure);
    }
}
