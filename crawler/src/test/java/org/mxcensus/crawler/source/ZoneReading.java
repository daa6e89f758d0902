package org.mxcensus.crawler.source;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a zone file as a crawl does, in a process of its own, and tells what that took: a line of `name=number`,
/// times in milliseconds.
final class ZoneReading {
    private ZoneReading() {}

    /// @param arguments the file
    public static void main(String[] arguments) throws IOException {
        var began = System.nanoTime();
        try (var source = Sources.open(SourceInput.of(Path.of(arguments[0])))) {
            var opened = System.nanoTime();
            var counts = new long[2];
            source.forEach(row -> {
                counts[0]++;
                counts[1] += Boolean.TRUE.equals(row.delegationDs()) ? 1 : 0;
            });
            System.out.printf(
                    "records=%d domains=%d signed=%d malformed=%d openMs=%d wallMs=%d threadMs=%d processMs=%d rssKb=%d%n",
                    source.report().records(),
                    counts[0],
                    counts[1],
                    source.report().malformed(),
                    millis(opened - began),
                    millis(System.nanoTime() - began),
                    millis(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()),
                    millis(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                            .getProcessCpuTime()),
                    mostMemory());
        }
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    /// The most that lay in memory at a time, everything included.
    private static long mostMemory() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
