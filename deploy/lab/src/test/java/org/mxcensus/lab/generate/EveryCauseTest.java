package org.mxcensus.lab.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.lab.truth.DomainTruth;
import org.mxcensus.lab.truth.SenderTruth;
import org.mxcensus.lab.truth.Truth;
import org.mxcensus.lab.world.World;

/// In the world that accuracy is measured on, every verdict and cause occurs that a crawl of it can come to.
class EveryCauseTest {

    private static final int DOMAINS = 20_000;
    private static final int OFTEN = 5;

    /// What no crawl of a lab's world comes to, and why.
    private static final Map<DaneCause, String> NEVER = Map.of(
            DaneCause.NO_CERTIFICATE, "no TLS library of the lab shows a certificate that cannot be read",
            DaneCause.LOOKUP_NETWORK, "a closed port of the resolver fails every look-up, not those of a host",
            DaneCause.LOOKUP_INTERNAL_ERROR, "a bug of ours, and there is none to be called up");

    private static final EveryCause WORLDS = new EveryCause(1, DOMAINS);
    private static final World NOW = WORLDS.now();
    private static final Truth TRUTH = Truth.of(NOW, WORLDS.before());

    @Test
    void itHasAsManyDomainsAsItIsToHaveAndIsTheSameEachTime() {
        assertThat(NOW.domains()).hasSize(DOMAINS);
        assertThat(new EveryCause(1, DOMAINS).now()).isEqualTo(NOW);
        assertThat(new EveryCause(2, DOMAINS).now()).isNotEqualTo(NOW);
    }

    @Test
    void everyCauseOfDaneOccursOften() {
        Set<String> wanted = EnumSet.allOf(DaneCause.class).stream()
                .filter(cause -> !NEVER.containsKey(cause))
                .map(DaneCause::name)
                .collect(Collectors.toSet());
        assertThat(often(DomainTruth::daneCause)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void everyCauseOfMtaStsOccursOften() {
        assertThat(often(DomainTruth::stsCause)).containsExactlyInAnyOrderElementsOf(names(StsCause.values()));
    }

    @Test
    void everyVerdictOccursOften() {
        assertThat(often(DomainTruth::dane)).containsExactlyInAnyOrderElementsOf(names(DaneStatus.values()));
        assertThat(often(DomainTruth::mtaSts)).containsExactlyInAnyOrderElementsOf(names(StsStatus.values()));
        assertThat(often(DomainTruth::tlsrpt)).contains("VALID", "ABSENT", "MULTIPLE", "MALFORMED", "UNMEASURED");
    }

    @Test
    void everySenderMeetsEveryOutcomeThatItCanMeet() {
        Set<String> all = names(SenderOutcome.values());
        assertThat(often(SenderTruth::dane, SenderTruth::mtaSts, SenderTruth::mtaStsWarm, SenderTruth::both))
                .allSatisfy(outcomes -> assertThat(outcomes).containsExactlyInAnyOrderElementsOf(all));
        // Neither authenticates nor defers.
        assertThat(often(domain -> domain.senders().opportunistic().name()))
                .containsExactlyInAnyOrder("ENCRYPTED", "PLAINTEXT", "NO_MAIL", "UNMEASURED");
    }

    @SafeVarargs
    private static Stream<Set<String>> often(Function<SenderTruth, SenderOutcome>... senders) {
        return Stream.of(senders)
                .map(sender -> often(domain -> sender.apply(domain.senders()).name()));
    }

    private static Set<String> often(Function<DomainTruth, String> fact) {
        Map<String, Long> counts = TRUTH.domains().values().stream()
                .map(fact)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= OFTEN)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).collect(Collectors.toSet());
    }
}
