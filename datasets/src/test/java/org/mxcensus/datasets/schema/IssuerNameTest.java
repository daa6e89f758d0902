package org.mxcensus.datasets.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Anybody may write anything into a certificate.
class IssuerNameTest {

    @Test
    void aNameStandsAsItWasSent() {
        assertThat(IssuerName.of(" Größe, Ltd. ")).isEqualTo("Größe, Ltd.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"self-signed", "Self-Signed", " self-signed\t"})
    void noNameIsTakenForTheWordOfOurs(String name) {
        assertThat(IssuerName.of(name)).isNotEqualTo(IssuerName.SELF_SIGNED).isEqualToIgnoringCase("\"self-signed\"");
    }

    @Test
    void controlCharactersAreShownAsSuch() {
        assertThat(IssuerName.of("a\u001b[2Jb\u0000c\u0085d")).isEqualTo("a\uFFFD[2Jb\uFFFDc\uFFFDd");
    }

    @Test
    void aLongNameIsCutAndNoCharacterInTwo() {
        assertThat(IssuerName.of("n".repeat(60))).isEqualTo("n".repeat(60));
        assertThat(IssuerName.of("n".repeat(100_000))).isEqualTo("n".repeat(60) + "…");
        assertThat(IssuerName.of("𝄞".repeat(61))).isEqualTo("𝄞".repeat(60) + "…");
    }
}
