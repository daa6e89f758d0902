package org.mxcensus.crawler.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.crawler.mtasts.PolicyConfig;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.smtp.RetryRule;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.WorkFiles;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.world.DomainSpec;

/// A crawl of a lab's world, and its rows.
final class LabCrawl {
    static final LocalDate DATE = LocalDate.parse("2026-11-24");

    private final WorkFiles files;
    private final CrawlProgress progress;

    private LabCrawl(WorkFiles files, CrawlProgress progress) {
        this.files = files;
        this.progress = progress;
    }

    /// Crawls every domain of the world, given as a list.
    static LabCrawl ofWorld(Lab lab, Path folder) throws IOException, InterruptedException {
        return ofInput(lab, folder, list(lab, folder), probes(lab));
    }

    static LabCrawl ofInput(Lab lab, Path folder, Path input, ProbeConfig probes) throws InterruptedException {
        CrawlConfig config = new CrawlConfig(
                DATE, List.of(SourceInput.of(input)), true, true, new StageLimits(500, 4, 256), probes, Map.of());
        try (Crawl crawl = Crawl.open(new DirectoryStore(folder.resolve("data")), config, Clock.systemUTC())) {
            crawl.run();
            return new LabCrawl(new WorkFiles(new DirectoryStore(folder.resolve("data")), DATE), crawl.progress());
        }
    }

    static Path list(Lab lab, Path folder) throws IOException {
        return Files.write(
                folder.resolve("domains.txt"),
                lab.world().domains().stream().map(DomainSpec::name).toList());
    }

    static ProbeConfig probes(Lab lab) {
        return probes(lab, Optional.empty());
    }

    /// @param trustAnchor answers are validated in process where it is given
    static ProbeConfig probes(Lab lab, Optional<Path> trustAnchor) {
        return new ProbeConfig(
                new ResolverConfig(List.of(lab.resolver()), false, trustAnchor, Duration.ofSeconds(4), 2, 512),
                SmtpConfig.lab("scanner.example.org", Math.max(lab.smtpPort(), 1)),
                PolicyConfig.lab("mxcensus", lab.httpsPort()),
                PaceLimits.LAB,
                RetryRule.LAB,
                true,
                OptOut.NOBODY,
                PublicSuffixes.bundled(),
                false,
                "lab");
    }

    <R extends Record> List<R> rows(Table<R> table) {
        return files.parts(table).stream()
                .flatMap(part -> ParquetFiles.read(table, files.store().local(part)))
                .toList();
    }

    /// The rows of table smtp that stand at the end: of two tries the second.
    Collection<SmtpRow> lastTries() {
        return rows(Table.SMTP).stream()
                .collect(Collectors.toMap(
                        row -> row.host() + " " + row.ip(),
                        row -> row,
                        (one, other) -> one.attempt() > other.attempt() ? one : other))
                .values();
    }

    CrawlProgress progress() {
        return progress;
    }
}
