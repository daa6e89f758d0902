package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Figure;
import org.mxcensus.analyzer.reconcile.Reconciliation;
import org.mxcensus.cli.census.FigureLines;
import org.mxcensus.cli.census.WaterfallLines;
import org.mxcensus.cli.options.Choice;
import org.mxcensus.cli.options.CrawlDate;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.Form;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Style;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `mxcensus reconcile`.
@Command(
        name = "reconcile",
        description =
                "Tell what others would publish of a judged crawl, each by their own definition. Between two of them"
                        + " it tells which rule moves how many domains.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus reconcile --data census",
            "  mxcensus reconcile --data census --from dane_survey --to internet_nl_dane"
        })
final class ReconcileCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final CrawlDate crawl = new CrawlDate();

    @Option(
            names = "--from",
            converter = Start.class,
            paramLabel = "DEFINITION",
            description = "Where a way begins: signed_share, dane_survey, internet_nl_dane, internet_nl_rollover,"
                    + " internet_nl, usenix_2020, mxcensus.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--to",
            converter = End.class,
            paramLabel = "DEFINITION",
            description = "Where it ends, one of the same.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--tld", paramLabel = "TLD", description = "Only domains below this top-level domain.")
    private Optional<String> tld = Optional.empty();

    @Option(names = "--json", description = "As JSON, one object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final HelpOption help = new HelpOption();

    ReconcileCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (from.isPresent() != to.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--from and --to are given together, or neither.");
        }
        Optional<Definition> start = from.map(name -> known("--from", name));
        Optional<Definition> end = to.map(name -> known("--to", name));
        Store store = data.openExisting();
        LocalDate date = crawl.orAllFinished(store).getLast();
        try (Reconciliation reconciliation =
                Reconciliation.of(store, date, tld.map(name -> name.toLowerCase(Locale.ROOT)))) {
            lines(date, reconciliation, start, end).forEach(session.terminal()::say);
        }
        return ExitStatus.DONE;
    }

    private List<String> lines(
            LocalDate date, Reconciliation reconciliation, Optional<Definition> start, Optional<Definition> end) {
        Map<Definition, Figure> figures = reconciliation.figures();
        check(date, figures);
        Style style = session.terminal().style();
        if (start.isEmpty() || end.isEmpty()) {
            Figure servers = reconciliation.servers();
            return json ? FigureLines.json(date, figures, servers) : FigureLines.of(date, figures, servers, style);
        }
        var waterfall = reconciliation.between(start.get(), end.get());
        return json ? WaterfallLines.json(date, waterfall) : WaterfallLines.of(date, waterfall, style);
    }

    private void check(LocalDate date, Map<Definition, Figure> figures) {
        if (tld.isPresent() && figures.values().stream().allMatch(figure -> figure.frame() == 0)) {
            throw new UserError("The crawl of %s names no domain below \"%s\"; give another --tld, or none for all."
                    .formatted(date, tld.get()));
        }
    }

    private static Definition known(String option, String name) {
        return Choice.of(option, name, List.of(Definition.values()), Definition::id);
    }

    private static final class Start extends Form {
        private Start() {
            super(text -> known("--from", text));
        }
    }

    private static final class End extends Form {
        private End() {
            super(text -> known("--to", text));
        }
    }
}
