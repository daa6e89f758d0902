package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A queue may be as long as it likes: what a target leaves behind in memory is a key, and what its address has shown.
class LongQueueTest {

    /// Ten to twelve and a half for a key; half of 20 to 40 for an address, which here has two names.
    private static final int BYTES_A_TARGET = 40;

    @TempDir
    Path folder;

    @Test
    @Tag("full")
    void aHundredThousandTargetsIn96MiB() throws Exception {
        goThrough(100_000, "-Xmx96m");
    }

    @Test
    @Tag("endurance")
    void aMillionTargetsIn96MiB() throws Exception {
        goThrough(1_000_000, "-Xmx96m");
    }

    private void goThrough(int count, String heap) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        heap,
                        // What lives is told after a collection of all.
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseCompactObjectHeaders",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongQueue.class.getName(),
                        folder.toString(),
                        "" + count)
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as("%s", lines).isZero();
        assertThat(lines).hasSize(11).allMatch(line -> line.matches("\\d+ \\d+"));
        write(count, heap, lines);

        assertThat(number(lines.getLast(), 0)).isEqualTo(count);
        // From the second tenth on, when all is warm.
        long grown = number(lines.get(9), 1) - number(lines.get(1), 1);
        assertThat(grown).isLessThan(count * 8L / 10 * BYTES_A_TARGET + (4 << 20));
    }

    private static long number(String line, int which) {
        return Long.parseLong(line.split(" ")[which]);
    }

    private static void write(int count, String heap, List<String> lines) throws Exception {
        String report = String.format(
                Locale.ROOT,
                "%,d targets, %s: %.1f MiB live after a tenth, %.1f MiB after all; %.0f bytes a target.%n",
                count,
                heap,
                number(lines.getFirst(), 1) / 1048576.0,
                number(lines.get(9), 1) / 1048576.0,
                (number(lines.get(9), 1) - number(lines.getFirst(), 1)) / (count * 0.9));
        System.out.println(report);
        Files.writeString(
                Files.createDirectories(Path.of("target/benchmarks")).resolve("queue-" + count + ".md"), report);
    }
}
