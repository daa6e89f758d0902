package org.mxcensus.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.crawler.crawl.Crawl;
import org.mxcensus.crawler.crawl.CrawlConfig;
import org.mxcensus.crawler.crawl.ProbeConfig;
import org.mxcensus.crawler.crawl.StageLimits;
import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.crawler.mtasts.PolicyConfig;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.smtp.RetryRule;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.store.DirectoryStore;

/// A process that does nothing but crawl a lab's domains, twice: once to become warm, and once more to say what that
/// cost.
public final class CrawlAlone {
    public static final LocalDate WARM = LocalDate.parse("2026-08-01");
    public static final LocalDate MEASURED = LocalDate.parse("2026-08-02");

    /// All of it resident from the beginning, so that what a process takes beyond it is what else it holds: the
    /// collector gives memory back in its own time.
    private static final List<String> FIXED_HEAP = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");

    private CrawlAlone() {}

    /// The lab's ports (resolver, mail, policies), the list of domains, the store. Writes the CPU time in milliseconds
    /// and the wall time, in one line.
    public static void main(String[] words) throws IOException, InterruptedException {
        ProbeConfig probes = probes(words);
        Path list = Path.of(words[3]);
        Path data = Path.of(words[4]);
        crawl(WARM, list, data, probes);
        long cpu = cpuNanos();
        long begun = System.nanoTime();
        crawl(MEASURED, list, data, probes);
        System.out.printf("%d %d%n", (cpuNanos() - cpu) / 1_000_000, (System.nanoTime() - begun) / 1_000_000);
    }

    /// The command line of a program that takes what [#main] takes.
    ///
    /// @param folder for the list and the store
    static List<String> command(Class<?> program, TestLab lab, Path folder) {
        return JavaCommand.of(
                FIXED_HEAP,
                program,
                List.of(
                        String.valueOf(lab.lab().resolver().getPort()),
                        String.valueOf(lab.lab().smtpPort()),
                        String.valueOf(lab.lab().httpsPort()),
                        lab.list(folder).toString(),
                        folder.resolve("data").toString()));
    }

    /// @param words the lab's ports: resolver, mail, policies
    public static ProbeConfig probes(String... words) {
        InetSocketAddress resolver = new InetSocketAddress("127.0.0.1", Integer.parseInt(words[0]));
        return new ProbeConfig(
                new ResolverConfig(List.of(resolver), true, Optional.empty(), Duration.ofSeconds(8), 2, 512),
                SmtpConfig.lab("scanner.example.org", Integer.parseInt(words[1])),
                PolicyConfig.lab("mxcensus", Integer.parseInt(words[2])),
                PaceLimits.LAB,
                RetryRule.LAB,
                true,
                OptOut.NOBODY,
                PublicSuffixes.bundled(),
                false,
                "lab");
    }

    public static void crawl(LocalDate date, Path list, Path data, ProbeConfig probes) throws InterruptedException {
        CrawlConfig config = new CrawlConfig(
                date, List.of(SourceInput.of(list)), true, true, StageLimits.DEFAULTS, probes, Map.of());
        try (Crawl crawl = Crawl.open(new DirectoryStore(data), config, Clock.systemUTC())) {
            crawl.run();
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
