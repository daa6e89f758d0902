package org.mxcensus.cli;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.mxcensus.crawler.crawl.ProbeConfig;

/// A process that crawls a lab's domains ten times, and says after each what it holds.
final class CrawlTenTimes {
    static final int TIMES = 10;
    private static final int LOOKS = 5;
    private static final LocalDate FIRST = LocalDate.parse("2026-08-01");

    private CrawlTenTimes() {}

    /// The lab's ports (resolver, mail, policies), the list of domains, the store.
    public static void main(String[] words) throws IOException, InterruptedException {
        ProbeConfig probes = CrawlAlone.probes(words);
        for (int time = 0; time < TIMES; time++) {
            CrawlAlone.crawl(FIRST.plusDays(time), Path.of(words[3]), Path.of(words[4]), probes);
            System.out.println(settled());
        }
    }

    /// What is in use between two crawls, once what ends in its own time has ended: the look that found least.
    private static Holding settled() throws IOException, InterruptedException {
        Holding least = held();
        for (int look = 1; look < LOOKS; look++) {
            Thread.sleep(1_000);
            Holding next = held();
            least = next.heap() < least.heap() ? next : least;
        }
        return least;
    }

    /// What is in use at this moment.
    private static Holding held() throws IOException {
        // Twice, since what the first one finds to be closed is freed by the second.
        System.gc();
        System.gc();
        return new Holding(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                resident(),
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ((UnixOperatingSystemMXBean) ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class))
                        .getOpenFileDescriptorCount());
    }

    private static long resident() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(each -> each.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
    }
}
