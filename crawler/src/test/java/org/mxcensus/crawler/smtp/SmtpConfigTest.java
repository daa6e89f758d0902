package org.mxcensus.crawler.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The defaults, and what is not accepted.
class SmtpConfigTest {

    @Test
    void theDefaultsAreThoseOfTheDocumentation() {
        assertThat(SmtpConfig.defaults("probe.example.org"))
                .isEqualTo(new SmtpConfig(
                        "probe.example.org",
                        25,
                        Duration.ofSeconds(15),
                        new StageLimit(Duration.ofSeconds(60), 32 * 1024),
                        new StageLimit(Duration.ofSeconds(30), 32 * 1024),
                        new StageLimit(Duration.ofSeconds(30), 4 * 1024),
                        Duration.ofSeconds(20),
                        new StageLimit(Duration.ofSeconds(5), 4 * 1024),
                        Duration.ofSeconds(120)));
    }

    @Test
    void noLimitIsShorterThanALine() {
        assertThatThrownBy(() -> new StageLimit(Duration.ofSeconds(1), 511)).hasMessageContaining("§4.5.3.1.5");
    }

    @Test
    void theLabIsQuickerAndElsewhere() {
        SmtpConfig lab = SmtpConfig.lab("probe.example.org", 2525);

        assertThat(lab.port()).isEqualTo(2525);
        assertThat(lab.overallTimeout())
                .isLessThan(SmtpConfig.defaults("probe.example.org").overallTimeout());
        assertThat(lab.withPort(25).port()).isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "probe", "-.example.org", "probe_1.example.org", "a b.example.org", "x\r\nMAIL"
            })
    void theEhloNameIsAFullName(String name) {
        assertThatThrownBy(() -> SmtpConfig.defaults(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EHLO name");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void thePortExists(int port) {
        assertThatThrownBy(() -> SmtpConfig.lab("probe.example.org", port))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
