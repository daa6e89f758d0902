package org.mxcensus.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mxcensus.analyzer.purge.Purge;
import org.mxcensus.analyzer.purge.Purged;
import org.mxcensus.analyzer.purge.Remains;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.Form;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Recrawl;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `mxcensus purge`.
@Command(
        name = "purge",
        description =
                "Take a domain or host, and all below it, out of every crawl, and count anew. Rows, evidence and verdicts"
                        + " go. What is gone is gone; put the name on the opt-out list too, so that it is not measured again.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus purge example.org --data census")
final class PurgeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "NAME", converter = Below.class, description = "The domain or host.")
    private String name = "";

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    PurgeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String purged = Purge.name(name);
        Store store = data.openExisting();
        session.logInto(store.folder());
        List<Store> holding = stores(store);
        if (holding.isEmpty()) {
            throw new UserError("There is no crawl in %s to take a name out of; name another dataset with --data."
                    .formatted(store));
        }
        for (Store each : holding) {
            Purged done = Purge.run(
                    each,
                    purged,
                    session.clock().instant(),
                    crawl -> session.terminal().say("Purged crawl " + crawl + "."));
            session.terminal()
                    .say("%s: %s removed, %s changed, in %s of %s."
                            .formatted(
                                    each,
                                    Figures.count(done.rowsRemoved(), "row", "rows"),
                                    Figures.count(done.rowsChanged()),
                                    Figures.count(done.files(), "file", "files"),
                                    Figures.count(done.crawls(), "crawl", "crawls")));
        }
        List<String> remains = Remains.of(store, purged);
        if (!remains.isEmpty()) {
            session.terminal()
                    .say("These texts still say the name; delete them where nobody needs them: "
                            + String.join(", ", remains) + ".");
        }
        return ExitStatus.DONE;
    }

    /// That of the full crawls, and those of recrawls within it.
    private static List<Store> stores(Store store) {
        return Stream.concat(
                        Stream.of(store),
                        Stream.of(Recrawl.Kind.values())
                                .filter(kind -> !store.list(kind.folder()).isEmpty())
                                .map(kind -> store.within(kind.folder())))
                .filter(each -> !new Manifests(each).crawls().isEmpty()
                        || !each.list("work").isEmpty())
                .toList();
    }

    private static final class Below extends Form {
        private Below() {
            super(Purge::name);
        }
    }
}
