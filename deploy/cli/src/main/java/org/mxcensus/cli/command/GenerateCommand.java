package org.mxcensus.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.mxcensus.cli.options.CrawlDate;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.Within;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Progress;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.crawler.crawl.CrawlPlan;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;
import org.mxcensus.lab.tables.GeneratedTables;
import org.mxcensus.lab.tables.TableScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus generate`.
@Command(
        name = "generate",
        description =
                "Write the tables of a crawl of so many domains without crawling, to measure what follows a crawl."
                        + " They are marked as simulated.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus generate --domains 1000000 --data big",
            "  mxcensus finish --data big",
            "  mxcensus judge --data big --ca-file big/generated-ca.pem",
            "  mxcensus stats --data big"
        })
final class GenerateCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final CrawlDate crawl = new CrawlDate();

    @Within(least = 1, most = TableScale.LARGEST)
    @Option(
            names = "--domains",
            paramLabel = "NUMBER",
            description = "How many domains, up to ten million (default: ${DEFAULT-VALUE}).")
    private int domains = 1_000_000;

    @Within(least = 1, most = TableScale.MOST_TLDS)
    @Option(
            names = "--tlds",
            paramLabel = "NUMBER",
            description = "Below how many top-level domains (default: ${DEFAULT-VALUE}).")
    private int tlds = 20;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The same seed gives the same rows (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private final HelpOption help = new HelpOption();

    GenerateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        LocalDate date = crawl.orToday(session.clock());
        TableScale scale = scale(date);
        Store store = data.open();
        session.logInto(store.folder());
        WorkFiles files = new WorkFiles(store, date);
        if (!files.parts(Table.FRAME).isEmpty()) {
            throw new UserError(
                    "There is a crawl of %s in %s already; name another date with --crawl.".formatted(date, store));
        }
        Instant began = session.clock().instant();
        GeneratedTables.Result result = write(store, date, scale);
        int parts = files.parts(Table.FRAME).size();
        CrawlPlan.inOneProcess(
                        Math.ceilDiv(domains, parts),
                        parts,
                        domains,
                        List.of(result.source()),
                        Map.of("seed", "" + seed))
                .publish(files);
        Path ca = keep(store, result.rootPem());
        Terminal terminal = session.terminal();
        terminal.say("Wrote the tables of %s in %s. Next: mxcensus finish --data %s, judge with --ca-file %s, stats."
                .formatted(
                        Figures.count(domains, "domain", "domains"),
                        Figures.time(Duration.between(began, session.clock().instant())),
                        data.place(),
                        ca));
        return ExitStatus.DONE;
    }

    private TableScale scale(LocalDate date) {
        return new TableScale(
                domains, tlds, seed, date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private GeneratedTables.Result write(Store store, LocalDate date, TableScale scale) {
        AtomicLong done = new AtomicLong();
        try (Progress _ = Progress.of(
                session.terminal(),
                () -> "%s %s of %s domains"
                        .formatted(
                                Figures.bar((double) done.get() / domains),
                                Figures.count(done.get()),
                                Figures.count(domains)))) {
            return GeneratedTables.write(store, date, scale, done::set);
        }
    }

    private static Path keep(Store store, String rootPem) {
        try {
            return Files.writeString(store.folder().resolve("generated-ca.pem"), rootPem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
