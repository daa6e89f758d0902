package org.mxcensus.cli.accuracy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.cli.census.AfterCrawl;
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
import org.mxcensus.crawler.smtp.StageLimit;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.world.DomainSpec;

/// Crawls of a lab that has no silent servers, so that only the machine can be slow: the crawler waits long for servers
/// and does little at a time, since nothing may be left unmeasured for want of a core. The DNS is asked as always.
///
/// @param lab the world, which may change from crawl to crawl
/// @param data where the dataset is
record PatientCrawl(Lab lab, Path data) {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int REPLY = 32 * 1024;
    private static final int POLICY = 64 * 1024;
    private static final StageLimits FEW_AT_ONCE = new StageLimits(1_000, 2, 48);

    /// Measures every domain of the world, and judges it.
    void run(LocalDate date) throws Exception {
        Path list = Files.write(
                data.resolveSibling(date + ".txt"),
                lab.world().domains().stream().map(DomainSpec::name).toList());
        DirectoryStore store = new DirectoryStore(data);
        CrawlConfig config =
                new CrawlConfig(date, List.of(SourceInput.of(list)), true, true, FEW_AT_ONCE, probes(), Map.of());
        try (Crawl crawl = Crawl.open(store, config, Clock.systemUTC())) {
            crawl.run();
        }
        AfterCrawl after = new AfterCrawl(store, Clock.systemUTC());
        after.finish(date);
        after.judge(date, TrustRoots.ofPem(lab.caPem().getBytes(StandardCharsets.US_ASCII)));
    }

    private ProbeConfig probes() {
        return new ProbeConfig(
                new ResolverConfig(
                        List.of(lab.resolver()),
                        true,
                        Optional.empty(),
                        ResolverConfig.DEFAULT_TIMEOUT,
                        ResolverConfig.DEFAULT_ATTEMPTS,
                        512),
                smtp(),
                new PolicyConfig("mxcensus", lab.httpsPort(), 4, LONG, LONG, POLICY),
                PaceLimits.LAB,
                RetryRule.LAB,
                true,
                OptOut.NOBODY,
                PublicSuffixes.bundled(),
                false,
                "lab");
    }

    private SmtpConfig smtp() {
        StageLimit stage = new StageLimit(LONG, REPLY);
        return new SmtpConfig(
                "scanner.example.org", lab.smtpPort(), LONG, stage, stage, stage, LONG, stage, LONG.multipliedBy(2));
    }
}
