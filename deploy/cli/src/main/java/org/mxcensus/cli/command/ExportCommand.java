package org.mxcensus.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.export.Export;
import org.mxcensus.analyzer.export.ExportConfig;
import org.mxcensus.analyzer.export.ExportProgress;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.ReleaseOptions;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Progress;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus export`.
@Command(
        name = "export",
        description =
                "Write a release to publish: the statistics, or rows too. It stands on its own: the statistics and,"
                        + " from tier domains up, the tables of every crawl, with their manifests and SHA256SUMS over all"
                        + " of it. A release that is there already is brought"
                        + " up to date, one that was interrupted is gone on with.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus export --data census --out release                statistics, for all",
            "  mxcensus export --data census --out release --tier full    everything"
        })
final class ExportCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the release goes.")
    private Path out = Path.of("release");

    @Mixin
    private final ReleaseOptions release = new ReleaseOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Store store = data.openExisting();
        session.logInto(store.folder());
        ExportConfig config = release.config();
        ExportProgress exported = new ExportProgress();
        List<Manifest> manifests;
        try (Progress _ = Progress.of(session.terminal(), () -> "export: " + exported)) {
            manifests = Export.run(store, out, config, exported);
        }
        session.terminal()
                .say("Wrote %s of %s to %s, %s to %s (--tier %s)."
                        .formatted(
                                config.tier().phrase(),
                                Figures.count(manifests.size(), "crawl", "crawls"),
                                out,
                                manifests.getFirst().crawl(),
                                manifests.getLast().crawl(),
                                config.tier().id()));
        return ExitStatus.DONE;
    }
}
