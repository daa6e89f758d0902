package org.mxcensus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broker in a JVM of its own.
class BrokerProcessTest {

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedOutlivesSigkill() throws Exception {
        BrokerOptions options = BrokerOptions.in(folder.resolve("kafka"));
        BrokerProcess killed = BrokerProcess.start(options, log());
        Clients clients = Clients.of(killed.bootstrap());
        clients.createTopic("domains", 1);
        clients.send("domains", "a", "b");

        killed.kill();

        try (BrokerProcess again = BrokerProcess.start(options.withPort(port(killed)), log())) {
            assertThat(again.bootstrap()).isEqualTo(killed.bootstrap());
            assertThat(clients.receive("readers", "domains", 2)).containsExactly("a", "b");
        }
    }

    @Test
    @Tag("full")
    void whoWorksOnATopicIsKnownAfterSigtermAndForgottenAfterSigkill() throws Exception {
        BrokerOptions options = BrokerOptions.in(folder.resolve("kafka"));
        BrokerProcess first = BrokerProcess.start(options, log());
        Clients clients = Clients.of(first.bootstrap());
        clients.createTopic("domains", 1);
        clients.send("domains", "a");
        clients.receive("readers", "domains", 1);

        first.close();
        BrokerProcess second = BrokerProcess.start(options.withPort(port(first)), log());
        assertThat(clients.committed("readers")).containsOnly(1L);

        second.kill();
        try (BrokerProcess third = BrokerProcess.start(options.withPort(port(first)), log())) {
            assertThat(third.bootstrap()).isEqualTo(first.bootstrap());
            assertThat(clients.committed("readers")).isEmpty();
            assertThat(clients.receive("readers", "domains", 1)).containsExactly("a");
        }
    }

    @Test
    void sigtermEndsItCleanly() throws Exception {
        BrokerOptions options = BrokerOptions.in(folder.resolve("kafka"));
        BrokerProcess process = BrokerProcess.start(options, log());

        process.close();

        assertThat(process.process().isAlive()).isFalse();
        assertThat(options.data().resolve(".kafka_cleanshutdown")).exists();
        // On a busy machine Kafka warns of its own slowness.
        assertThat(log()).content().doesNotContain("ERROR", "Exception");
    }

    @Test
    void itsComplaintIsPassedOn() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> BrokerProcess.start(BrokerOptions.in(file.resolve("kafka")), log()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll(file.resolve("kafka").toString(), "--data")
                .message()
                .hasLineCount(1);
    }

    private Path log() {
        return folder.resolve("log");
    }

    private static int port(BrokerProcess process) {
        return Integer.parseInt(
                process.bootstrap().substring(process.bootstrap().lastIndexOf(':') + 1));
    }
}
