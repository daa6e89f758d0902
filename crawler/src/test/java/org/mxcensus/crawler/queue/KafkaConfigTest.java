package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.store.UserError;

/// How a broker is reached: an address, and settings of Kafka's own.
class KafkaConfigTest {
    @TempDir
    Path folder;

    @Test
    void settingsComeFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("client.properties"), "security.protocol = SSL\n# a remark\n");

        assertThat(KafkaConfig.of("a.example:9092,[::1]:9093", Optional.of(file)))
                .isEqualTo(new KafkaConfig("a.example:9092,[::1]:9093", Map.of("security.protocol", "SSL")));
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        assertThatThrownBy(() -> KafkaConfig.of("a.example:9092", Optional.of(folder.resolve("none"))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(folder.resolve("none").toString());
    }

    @Test
    void aFileThatIsNoneOfPropertiesIsOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("client.properties"), "a=\\uXYZ");

        assertThatThrownBy(() -> KafkaConfig.of("a.example:9092", Optional.of(file)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.example", "a.example:", "a.example:9092,", "kafka://a.example:9092", "a b:9092"})
    void whatIsNoAddressIsOneSentence(String bootstrap) {
        assertThatThrownBy(() -> new KafkaConfig(bootstrap, Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("host:port");
    }

    @Test
    void anUnknownHostIsOneSentence() {
        KafkaConfig nowhere = new KafkaConfig("nowhere.invalid:9092", Map.of());

        assertThatThrownBy(() -> new KafkaTopics(nowhere, "2026-01-01", List.of("domains")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("bootstrap")
                .hasMessageContaining("mend the address");
    }

    @Test
    void whatACrawlDependsOnIsOursAndTheRestIsTheUsers() {
        KafkaConfig config = new KafkaConfig(
                "a.example:9092",
                Map.of("acks", "1", "auto.offset.reset", "latest", "linger.ms", "50", "group.id", "theirs"));

        assertThat(ClientSettings.producer(config)).containsEntry("acks", "all").containsEntry("linger.ms", "50");
        assertThat(ClientSettings.member(config, "ours"))
                .containsEntry("auto.offset.reset", "none")
                .containsEntry("group.id", "ours");
    }
}
