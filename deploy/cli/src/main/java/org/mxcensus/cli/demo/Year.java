package org.mxcensus.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.cli.census.AfterCrawl;
import org.mxcensus.cli.options.ProbeOptions;
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
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.generate.GeneratedWorld;

/// Lives through the months of a demo: the world becomes what it is in that month, is crawled, judged and counted.
public final class Year {
    private static final Duration NOON = Duration.ofHours(12);

    /// The whole world in a chunk. No more at once than both sides on one machine answer well within their time.
    private static final StageLimits LIMITS = new StageLimits(2_000, 4, 128);

    private final DirectoryStore store;
    private final Path directory;
    private final DemoPlan plan;
    private final Clock clock;
    private final Watcher watcher;

    /// @param directory where the store lies
    /// @param clock the real one
    public Year(DirectoryStore store, Path directory, DemoPlan plan, Clock clock, Watcher watcher) {
        this.store = store;
        this.directory = directory;
        this.plan = plan;
        this.clock = clock;
        this.watcher = watcher;
    }

    /// Hears how far it is.
    public interface Watcher {

        /// A crawl begins, or is taken up again.
        void crawling(LocalDate date, Crawl crawl);

        /// The crawl has seen everything; judging and counting follow.
        void counting(LocalDate date, Crawl crawl);

        /// The month is done.
        void done(LocalDate date);
    }

    /// Lives through the months that have not been crawled yet.
    ///
    /// @throws InterruptedException where the process is being stopped; what is done is kept
    public void run() throws InterruptedException {
        List<LocalDate> missing = missing(store, plan);
        if (missing.isEmpty()) {
            return;
        }
        GeneratedWorld world = new GeneratedWorld(plan.seed(), plan.domains());
        Path list = list(world);
        LabOptions options = LabOptions.defaults().withSeed(plan.seed()).withValidAt(noon(missing.getFirst()));
        try (Lab lab = Lab.start(world.atMonth(month(missing.getFirst())), options)) {
            TrustRoots roots = roots(lab);
            for (LocalDate date : missing) {
                lab.become(world.atMonth(month(date)), noon(date));
                live(date, lab, list, roots);
            }
        }
    }

    /// The dates that have no statistics yet.
    static List<LocalDate> missing(DirectoryStore store, DemoPlan plan) {
        Manifests manifests = new Manifests(store);
        return plan.dates().stream()
                .filter(date -> manifests
                        .find(date)
                        .filter(manifest -> !manifest.paths("adoption").isEmpty())
                        .isEmpty())
                .toList();
    }

    private void live(LocalDate date, Lab lab, Path list, TrustRoots roots) throws InterruptedException {
        Clock then = Clock.offset(clock, Duration.between(clock.instant(), noon(date)));
        try (Crawl crawl = Crawl.open(store, config(date, lab, list), then)) {
            watcher.crawling(date, crawl);
            crawl.run();
            watcher.counting(date, crawl);
        }
        new AfterCrawl(store, then).run(date, roots);
        watcher.done(date);
    }

    private static CrawlConfig config(LocalDate date, Lab lab, Path list) {
        ProbeConfig look = new ProbeConfig(
                resolver(lab),
                SmtpConfig.lab("probe.mxcensus.test", lab.smtpPort()),
                PolicyConfig.lab("mxcensus demo", lab.httpsPort()),
                PaceLimits.LAB,
                RetryRule.LAB,
                true,
                OptOut.NOBODY,
                PublicSuffixes.bundled(),
                false,
                "demo");
        SourceInput input = new SourceInput(list.toString(), list, Optional.of("demo"), false, Optional.empty());
        Map<String, String> recorded = ProbeOptions.recorded(look);
        return new CrawlConfig(date, List.of(input), true, false, LIMITS, look, recorded);
    }

    /// On loopback nothing is lost: what is silent stays silent, and need not be waited for long.
    private static ResolverConfig resolver(Lab lab) {
        ResolverConfig base = ResolverConfig.of(List.of(lab.resolver()));
        return new ResolverConfig(
                base.servers(), false, Optional.empty(), Duration.ofSeconds(2), base.attempts(), base.inFlight());
    }

    private static TrustRoots roots(Lab lab) {
        try {
            return TrustRoots.ofPem(lab.caPem().getBytes(StandardCharsets.US_ASCII));
        } catch (CertificateException e) {
            throw new IllegalStateException("the lab's own certificate cannot be read", e);
        }
    }

    private Path list(GeneratedWorld world) {
        try {
            return Files.write(directory.resolve("domains.txt"), world.domains());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int month(LocalDate date) {
        return plan.dates().indexOf(date);
    }

    private static Instant noon(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().plus(NOON);
    }
}
