package org.mxcensus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What its user can mend is one sentence that names it, and nothing is left behind.
class StartFailureTest {

    @TempDir
    Path folder;

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(options().withPort(taken.getLocalPort()), "127.0.0.1:" + taken.getLocalPort(), "--port");
        }
        assertThat(options().data()).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        refuses(BrokerOptions.in(file.resolve("kafka")), file.resolve("kafka").toString(), "--data");
    }

    @Test
    void aFolderOfAnotherBroker() {
        try (Broker broker = Broker.start(options())) {
            refuses(options(), "Another broker", options().data().toString(), "--data");
            assertThat(broker.failure()).isNotDone();
        }
    }

    @Test
    void aFolderOfOtherThings() throws Exception {
        Files.createDirectories(options().data().resolve("frame"));

        refuses(options(), "other things", options().data().toString(), "--data");
        assertThat(options().data()).isDirectoryNotContaining("glob:**meta.properties");
    }

    @Test
    void anAddressThatClientsCannotBeTold() {
        refuses(options().withHost("0.0.0.0"), "0.0.0.0", "--host");
    }

    @Test
    void anAddressThatIsNotOfThisMachine() {
        refuses(options().withHost("192.0.2.1"), "192.0.2.1", "--host");
    }

    @Test
    void aPortThatDoesNotExist() {
        assertThatThrownBy(() -> options().withPort(70_000))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("70000");
    }

    @Test
    void aSessionShorterThanAHeartbeat() {
        assertThatThrownBy(() -> options().withSession(Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("1000 ms");
    }

    @Test
    void aKeystoreThatIsNotThere() {
        refuses(options().withTls(new TlsListeners(folder.resolve("no.p12"), "secret", Map.of())), "no.p12");
    }

    @Test
    void aKeystoreOfAnotherPassword() throws Exception {
        Path keystore = Keystores.selfSigned(folder.resolve("broker.p12"), "secret");

        refuses(options().withTls(new TlsListeners(keystore, "other-secret", Map.of())), "broker.p12", "password");
    }

    @Test
    void aPasswordThatJaasWouldMisread() {
        assertThatThrownBy(() -> new TlsListeners(folder, "secret", Map.of("worker", "a\"; b")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("'worker'")
                .hasMessageNotContaining("a\"");
    }

    @Test
    void whatKafkaRefusesInItsOwnWords() throws Exception {
        Path keystore = Keystores.selfSigned(folder.resolve("broker.p12"), "secret");
        // The records of another node.
        Files.createDirectories(options().data());
        Files.writeString(options().data().resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=x\n");

        refuses(options().withTls(new TlsListeners(keystore, "secret", Map.of())), "node", "7");
    }

    @Test
    void afterwardsTheFolderIsFree() throws Exception {
        whatKafkaRefusesInItsOwnWords();
        Files.delete(options().data().resolve("meta.properties"));

        try (Broker broker = Broker.start(options())) {
            assertThat(broker.bootstrap()).startsWith("127.0.0.1:");
        }
    }

    private BrokerOptions options() {
        return BrokerOptions.in(folder.resolve("kafka"));
    }

    private static void refuses(BrokerOptions options, String... named) {
        assertThatThrownBy(() -> Broker.start(options).close())
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll(named)
                .message()
                .hasLineCount(1)
                .endsWith(".");
    }
}
