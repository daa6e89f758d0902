package org.mxcensus.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.export.ReleaseImport;
import org.mxcensus.cli.ExitStatus;
import org.mxcensus.cli.Session;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `mxcensus import`.
@Command(
        name = "import",
        description =
                "Take the crawls of a release of tier full into a dataset, and count them: they can be judged again, compared"
                        + " and shown like crawls of one's own.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus import release --data census")
final class ImportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", description = "The release.")
    private Path release = Path.of("release");

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Store store = data.open();
        session.logInto(store.folder());
        List<LocalDate> crawls =
                ReleaseImport.run(store, release, session.clock().instant());
        session.terminal()
                .say("Took %s of %s into %s."
                        .formatted(Figures.count(crawls.size(), "crawl", "crawls"), release, data.place()));
        return ExitStatus.DONE;
    }
}
