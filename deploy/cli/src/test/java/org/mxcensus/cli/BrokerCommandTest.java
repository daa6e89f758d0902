package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;

/// The command's process, the broker's process below it, and how they end.
class BrokerCommandTest {
    private static final Pattern LISTENS = Pattern.compile("Kafka listens at (127\\.0\\.0\\.1:\\d+) ");

    @TempDir
    Path folder;

    private Path said;

    @BeforeEach
    void aBrokerAsItWouldBeInstalled() throws IOException {
        said = folder.resolve("said");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.mxcensus.broker.Main");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, ownClassPath());
        try (OutputStream file = Files.newOutputStream(folder.resolve("mxcensus-broker.jar"))) {
            new JarOutputStream(file, manifest).close();
        }
    }

    @Test
    void itListensSaysHowToGoOnAndEndsCleanlyOnSigterm() throws Exception {
        Process command = start("--port", "0");
        String address = address(command);
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", address))) {
            assertThat(admin.describeCluster().nodes().get(30, TimeUnit.SECONDS))
                    .hasSize(1);
        }
        ProcessHandle broker = broker(command);

        command.destroy();

        assertThat(command.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(broker.isAlive()).isFalse();
        assertThat(folder.resolve("kafka/.kafka_cleanshutdown")).exists();
        assertThat(said())
                .contains("mxcensus enqueue ", "mxcensus worker --kafka " + address)
                .contains("Start it again with: mxcensus broker --data " + folder.resolve("kafka"))
                .doesNotContain("Exception");
    }

    @Test
    void aBrokerWhoseCommandWasKilledEndsToo() throws Exception {
        Process command = start("--port", "0");
        address(command);
        ProcessHandle broker = broker(command);

        command.destroyForcibly().waitFor();

        await().atMost(Duration.ofMinutes(1)).until(() -> !broker.isAlive());
        assertThat(folder.resolve("kafka/.kafka_cleanshutdown")).exists();
    }

    @Test
    void aPortThatIsTakenIsSaidInOneSentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process command = start("--port", String.valueOf(taken.getLocalPort()));

            assertThat(command.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(command.exitValue()).isEqualTo(ExitStatus.FAILED);
            assertThat(said().lines())
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1:" + taken.getLocalPort(), "--port");
        }
    }

    @Test
    void aBrokerThatIsNotThereIsSaidInOneSentence() throws Exception {
        Files.delete(folder.resolve("mxcensus-broker.jar"));

        Process command = start();

        assertThat(command.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(command.exitValue()).isEqualTo(ExitStatus.FAILED);
        assertThat(said().lines()).singleElement().asString().contains("mxcensus-broker.jar", "mvn package");
    }

    private Process start(String... more) throws IOException {
        List<String> words = Stream.concat(
                        Stream.of("broker", "--data", folder.resolve("kafka").toString()), Stream.of(more))
                .toList();
        return ChildProcess.start(said, List.of("-Dmxcensus.broker=" + folder), words);
    }

    private String address(Process command) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> LISTENS.matcher(said()).find() || !command.isAlive());
        Matcher matcher = LISTENS.matcher(said());
        assertThat(matcher.find()).as(said()).isTrue();
        return matcher.group(1);
    }

    private static ProcessHandle broker(Process command) {
        return command.children().findFirst().orElseThrow();
    }

    private String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }
}
