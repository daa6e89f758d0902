package org.mxcensus.crawler.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mxcensus.crawler.crawl.CrawlPlan;
import org.mxcensus.crawler.source.Lines;
import org.mxcensus.crawler.source.MalformedLines;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// Takes a scan of others into a store as the work files of a crawl.
///
/// The frame are the domains of which it is told what MX hosts they use. Lines that cannot be read are left out and
/// counted. What is done is worth nothing until all is, so an import that was interrupted is begun anew.
public final class ScanImport {
    private static final String SCANNER = "zgrab2";
    private static final String UNDER_WAY = "import";
    private static final int ROWS_PER_CHUNK = 1;

    private final ScanConfig config;
    private final WorkFiles files;
    private final Instant began;
    private final ScanProgress progress;

    private ScanImport(ScanConfig config, WorkFiles files, Instant began, ScanProgress progress) {
        this.config = config;
        this.files = files;
        this.began = began;
        this.progress = progress;
    }

    /// The day to file the scan under.
    ///
    /// @throws UserError where no line of it can be read
    public static LocalDate day(ScanConfig config) {
        return config.crawl().orElseGet(() -> LocalDate.ofInstant(began(config.scans()), ZoneOffset.UTC));
    }

    /// Takes it in.
    ///
    /// @param crawl see [#day]
    /// @param progress told of what is read
    /// @throws UserError where an input cannot be read, or there is a crawl of that day already
    public static ScanReport run(Store store, LocalDate crawl, ScanConfig config, ScanProgress progress) {
        WorkFiles files = new WorkFiles(store, crawl);
        requireRoom(files);
        store.publish(new byte[0], files.named(UNDER_WAY));
        return new ScanImport(config, files, began(config.scans()), progress).takeIn();
    }

    /// Forgets the work files of an import, which are of no use once it was finished: nobody shall take it for a crawl
    /// to go on with.
    public static void forget(Store store, LocalDate crawl) {
        WorkFiles files = new WorkFiles(store, crawl);
        store.list(files.named("")).stream()
                .filter(name -> !name.equals(files.named(UNDER_WAY)))
                .forEach(store::delete);
        store.delete(files.named(UNDER_WAY));
    }

    private static void requireRoom(WorkFiles files) {
        Store store = files.store();
        if (store.exists(files.named(UNDER_WAY))) {
            forget(store, files.crawl());
        }
        if (new Manifests(store).find(files.crawl()).isPresent()
                || !store.list(files.named("")).isEmpty()) {
            throw new UserError(
                    "%s has a crawl of %s already; import into another directory with --data, or give another date with --crawl."
                            .formatted(store, files.crawl()));
        }
    }

    private static Instant began(List<SourceInput> scans) {
        for (SourceInput scan : scans) {
            try (Lines lines = scan.open(Lines.LONGEST_OF_SCANS)) {
                while (lines.next()) {
                    if (ScanLine.parse(lines.text()) instanceof ScanLine.Seen line) {
                        return line.seen().observedAt();
                    }
                }
            }
        }
        throw new UserError(
                "No line of %s is one of zgrab2's module smtp; give the JSON lines that `zgrab2 smtp` writes."
                        .formatted(scans.stream().map(SourceInput::label).collect(Collectors.joining(", "))));
    }

    private ScanReport takeIn() {
        try {
            List<InputReport> reports = new ArrayList<>();
            ScanDomains domains = new ScanDomains(files, config.exchanges(), began, progress);
            reports.add(domains.write());
            ScanHosts hosts = new ScanHosts(files, config.registeredDomain(), progress);
            reports.addAll(hosts.write(config.scans()));
            plan(domains, reports).publish(files);
            return new ScanReport(hosts.addresses(), hosts.hosts(), domains.total(), reports);
        } finally {
            config.exchanges().remove();
            config.scans().forEach(SourceInput::remove);
        }
    }

    private CrawlPlan plan(ScanDomains domains, List<InputReport> reports) {
        InputReport exchanges = reports.getFirst();
        List<InputReport> scans = reports.subList(1, reports.size());
        Manifest.Source source = Manifest.Source.whole(
                domains.source(),
                exchanges.fileName(),
                exchanges.sha256(),
                domains.total(),
                null,
                exchanges.malformed(),
                false);
        return CrawlPlan.inOneProcess(
                ROWS_PER_CHUNK,
                domains.parts(),
                domains.total(),
                List.of(source),
                Map.of(
                        Manifest.SCANNER,
                        SCANNER,
                        "scan_inputs",
                        scans.stream()
                                .map(scan -> scan.fileName() + " " + scan.sha256())
                                .collect(Collectors.joining(", ")),
                        "scan_lines_left_out",
                        Long.toString(
                                scans.stream().mapToLong(InputReport::malformed).sum())));
    }

    /// Reads all lines of an input.
    ///
    /// @param use gives the reason where a line is of no use
    static InputReport read(SourceInput input, ScanProgress progress, LineReader use) {
        MalformedLines malformed = new MalformedLines(input.label());
        ScanProgress.Begun begun = progress.begin(input.label());
        try (Lines lines = input.openDigested(Lines.LONGEST_OF_SCANS)) {
            while (lines.next()) {
                use.take(lines.text()).ifPresent(reason -> malformed.add(lines.number(), reason));
                begun.read(lines.number());
            }
            begun.end();
            return new InputReport(
                    input.label(),
                    lines.number(),
                    malformed.count(),
                    malformed.examples(),
                    begun.soFar().took(),
                    lines.sha256());
        }
    }

    /// Takes a line.
    interface LineReader {
        /// @return why it is of no use; empty where it is
        Optional<String> take(String line);
    }
}
