package org.mxcensus.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// A process that does nothing but one command, and says what that took.
final class JudgeAlone {
    private static final String PEAK = "VmHWM:";

    private JudgeAlone() {}

    /// Writes, in one line, the CPU time of the process and its wall time in milliseconds, and the most memory that it
    /// had in KiB.
    public static void main(String[] words) throws IOException {
        CommandRun run = CommandRun.of(words);
        if (run.status() != ExitStatus.DONE) {
            throw new IllegalStateException(run.err());
        }
        long cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        System.out.printf(
                "%d %d %d%n",
                cpu / 1_000_000, ManagementFactory.getRuntimeMXBean().getUptime(), peak());
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
