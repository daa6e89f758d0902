package org.mxcensus.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.export.Export;
import org.mxcensus.cli.ExitStatus;
import org.mxcensus.cli.Session;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.datasets.store.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus export`.
@Command(
        name = "export",
        description =
                "Write a release that stands on its own: every crawl's tables as Parquet with their manifests, the"
                        + " statistics as adoption.csv and adoption.json, and SHA256SUMS over all of it. A release that is there"
                        + " already is brought up to date.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus export --data census --out release")
final class ExportCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the release goes.")
    private Path out = Path.of("release");

    @Mixin
    private final HelpOption help = new HelpOption();

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var store = data.openExisting();
        session.logInto(data.directory());
        List<Manifest> manifests = Export.run(store, out);
        session.terminal()
                .say("Wrote %s to %s, %s to %s."
                        .formatted(
                                Figures.count(manifests.size(), "crawl", "crawls"),
                                out,
                                manifests.getFirst().crawl(),
                                manifests.getLast().crawl()));
        return ExitStatus.DONE;
    }
}
