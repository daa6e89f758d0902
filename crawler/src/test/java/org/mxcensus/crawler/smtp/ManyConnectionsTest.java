package org.mxcensus.crawler.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.tls.SlowServers;

/// Thousands of connections open at once, all of which wait: a third for a greeting, a third for the answer to EHLO, a
/// third within a handshake. The caller is a JVM with the options that the launcher gives it.
class ManyConnectionsTest {

    private static final List<SlowServers.Script> SCRIPTS =
            List.of(SlowServers.Script.SILENT, SlowServers.Script.DEAF, SlowServers.Script.NO_HANDSHAKE);

    @Test
    @Tag("full")
    void twoThousandConnectionsIn512MiB() throws Exception {
        open(2_000, 512);
    }

    @Test
    @Tag("endurance")
    void tenThousandConnectionsInTwoGibibytes() throws Exception {
        open(10_000, 2_048);
    }

    private static void open(int count, long mebibytes) throws Exception {
        int first = ThreadLocalRandom.current().nextInt(128, 240);
        try (SlowServers servers = SlowServers.start(
                count, i -> SlowServers.fourInANetwork(first, i), i -> SCRIPTS.get(i % SCRIPTS.size()))) {
            Process process = start(first, servers.port(), count);
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                long before = memory(lines, 0);
                await().atMost(Duration.ofMinutes(4)).until(() -> servers.open() == count || !process.isAlive());
                long full = memory(process, lines, count);
                write(count, before, full);

                assertThat(servers.open()).isEqualTo(count);
                assertThat(full).isLessThan(mebibytes * 1024);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static long memory(Process process, BufferedReader lines, int connections) throws Exception {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return memory(lines, connections);
    }

    /// @return kilobytes
    private static long memory(BufferedReader lines, int connections) throws Exception {
        String line = String.valueOf(lines.readLine());
        assertThat(line).matches(connections + " \\d+");
        return Long.parseLong(line.split(" ")[1]);
    }

    private static Process start(int first, int port, int count) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseCompactObjectHeaders",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyConnections.class.getName(),
                        "" + first,
                        "" + port,
                        "" + count)
                .redirectErrorStream(true)
                .start();
    }

    private static void write(int count, long before, long full) throws Exception {
        String report = String.format(
                Locale.ROOT,
                "%,d connections open: %,d MiB of RSS, %,d MiB before the first; %.1f KiB a connection.%n",
                count,
                full / 1024,
                before / 1024,
                (full - before) / (double) count);
        System.out.println(report);
        Files.writeString(
                Files.createDirectories(Path.of("target/benchmarks")).resolve("connections-" + count + ".md"), report);
    }
}
