package org.mxcensus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void withoutWordsItRunsAsUsual() {
        assertThat(Arguments.parse())
                .isEqualTo(new Arguments(BrokerOptions.in(Path.of("kafka-data")), OptionalLong.empty()));
    }

    @Test
    void whatIsSaidIsUnderstood() {
        BrokerOptions options = BrokerOptions.in(Path.of("a folder"))
                .withHost("::1")
                .withPort(9092)
                .withSession(Duration.ofSeconds(3), Duration.ofMillis(300));
        Arguments said = new Arguments(options, OptionalLong.of(4711));

        assertThat(Arguments.parse(said.words().toArray(String[]::new))).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--loud yes", "--port", "--port many", "--owner me", "--port -1"})
    void whatIsNotUnderstoodIsOneSentence(String words) {
        assertThatThrownBy(() -> Arguments.parse(words.split(" ")))
                .isInstanceOf(StartFailure.class)
                .message()
                .hasLineCount(1)
                .endsWith(".");
    }
}
