package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mxcensus.cli.session.ExitStatus;

/// A process that does nothing but one command, and says what that took.
final class CommandAlone {
    private static final String PEAK = "VmHWM:";

    private CommandAlone() {}

    /// Writes what the command says, then, in one line, the CPU time of the process and its wall time in milliseconds,
    /// and the most memory that it
    /// had in KiB.
    public static void main(String[] words) throws IOException {
        CommandRun run = CommandRun.of(words);
        if (run.status() != ExitStatus.DONE) {
            throw new IllegalStateException(run.err());
        }
        System.out.print(run.out());
        long cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        System.out.printf(
                "%d %d %d%n",
                cpu / 1_000_000, ManagementFactory.getRuntimeMXBean().getUptime(), peak());
    }

    /// What a command took.
    ///
    /// @param cpuMillis CPU time of all its threads
    /// @param peakKib the most memory that its process had, in KiB
    /// @param said what it wrote, line by line
    record Cost(long cpuMillis, long wallMillis, long peakKib, List<String> said) {
        /// As cells of a table: wall, CPU, memory, and the load of the machine afterwards.
        String cells() {
            return String.format(
                    Locale.ROOT,
                    "%.1f s | %.1f s | %,d MiB | %.1f",
                    wallMillis / 1e3,
                    cpuMillis / 1e3,
                    peakKib / 1024,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    /// Runs a command in a JVM of its own.
    ///
    /// @param heap the most that its objects may take, such as `3g`
    static Cost run(String heap, String... words) throws IOException, InterruptedException {
        List<String> line = JavaCommand.of(
                List.of("-Xmx" + heap, "-XX:+UseCompactObjectHeaders"), CommandAlone.class, List.of(words));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        List<String> lines = said.lines().toList();
        long[] figures =
                Stream.of(lines.getLast().split(" ")).mapToLong(Long::parseLong).toArray();
        return new Cost(figures[0], figures[1], figures[2], lines);
    }

    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(PEAK))
                .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
