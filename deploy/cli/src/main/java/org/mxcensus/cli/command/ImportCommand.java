package org.mxcensus.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.export.ReleaseImport;
import org.mxcensus.cli.census.ScanRun;
import org.mxcensus.cli.options.CrawlOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.SourceName;
import org.mxcensus.cli.options.TrustOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.crawler.scan.ScanConfig;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mxcensus import`.
@Command(
        name = "import",
        description =
                "Take what others have measured into a dataset, and count it. It can then be judged again, compared and"
                        + " shown like crawls of one's own. That is the crawls of a release of tier full, or a scan of MX hosts"
                        + " by zgrab2's module smtp together with the MX records that led to them. What the scan did not"
                        + " look at (DNSSEC, TLSA, policies) is shown as could not tell.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus import release --data census",
            "  mxcensus import scan.jsonl.zst --mx mx.txt.gz --data scans",
            "  zgrab2 smtp -f hosts.csv | mxcensus import - --mx mx.txt --data scans"
        })
final class ImportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description =
                    "The directory of a release (default: release), or files of JSON lines that zgrab2 wrote, plain, gz"
                            + " or zst; - for standard input.")
    private List<String> inputs = List.of("release");

    @Option(
            names = "--mx",
            paramLabel = "FILE",
            description = "With a scan: which domains use the MX hosts, a line for each MX record, `domain preference"
                    + " host` or as zone files have it; plain, gz or zst.")
    private Optional<String> exchanges = Optional.empty();

    @Option(
            names = "--source",
            converter = SourceName.class,
            paramLabel = "NAME",
            description = "With a scan: what to call these domains in the dataset (default: the file name of --mx).")
    private Optional<String> source = Optional.empty();

    @Mixin
    private final CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private final TrustOption trust = new TrustOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        boolean isRelease = inputs.stream().map(Path::of).anyMatch(Files::isDirectory);
        Store store = crawl.open();
        session.logInto(store.folder());
        if (isRelease) {
            takeRelease(store);
        } else {
            new ScanRun(session, store, scan(store)).run(trust.roots());
        }
        return ExitStatus.DONE;
    }

    private void takeRelease(Store store) {
        if (inputs.size() > 1 || exchanges.isPresent() || source.isPresent() || crawl.isNamed()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A release is imported by itself, with the dates and sources that it has; give its directory alone.");
        }
        List<LocalDate> crawls = ReleaseImport.run(
                store, Path.of(inputs.getFirst()), session.clock().instant());
        session.terminal()
                .say("Took %s of %s into %s."
                        .formatted(Figures.count(crawls.size(), "crawl", "crawls"), inputs.getFirst(), crawl.place()));
    }

    private ScanConfig scan(Store store) {
        String records = exchanges.orElseThrow(() -> new UserError(
                ("%s is no directory of a release; where it is a scan by zgrab2, which knows MX hosts alone, say with --mx"
                                + " FILE which domains use them.")
                        .formatted(inputs.getFirst())));
        Path spool = store.folder().resolve("work");
        PublicSuffixes suffixes = PublicSuffixes.bundled();
        return new ScanConfig(
                inputs.stream()
                        .map(input -> SourceInput.of(input, Optional.empty(), spool, System.in))
                        .toList(),
                SourceInput.of(records, source, spool, System.in),
                crawl.given(),
                host -> suffixes.registeredDomain(host).orElse(host));
    }
}
