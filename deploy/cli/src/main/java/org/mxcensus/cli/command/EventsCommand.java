package org.mxcensus.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.event.DatedEvent;
import org.mxcensus.analyzer.event.Events;
import org.mxcensus.analyzer.event.MethodChanges;
import org.mxcensus.cli.census.EventLines;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.Days;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `mxcensus events`.
@Command(
        name = "events",
        description =
                "List what happened that figures may show, in the world and in how we measure. Each has its source."
                        + " With --data it also says what changed from one crawl of the dataset to the next: judge,"
                        + " trust store, provider map.",
        footerHeading = "%nExamples:%n",
        footer = {"  mxcensus events --since 2018-01-01", "  mxcensus events --data census --events ours.yaml --json"})
final class EventsCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Events of your own, beside those that come with the program: YAML with a list `events`, each"
                    + " with date (2018-10-11, or 2018-10), kind (world, method), what (a sentence) and source.")
    private Optional<Path> own = Optional.empty();

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--since", paramLabel = "DATE", description = "None before this day (default: from the first).")
    private LocalDate since = LocalDate.MIN;

    @Option(names = "--until", paramLabel = "DATE", description = "None after this day (default: to the last).")
    private LocalDate until = LocalDate.MAX;

    @Option(names = "--json", description = "As JSON, one object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final HelpOption help = new HelpOption();

    EventsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Days days = Days.of(spec, since, until);
        List<DatedEvent> all = new ArrayList<>(Events.shipped());
        own.map(Events::of).ifPresent(all::addAll);
        if (spec.commandLine().getParseResult().hasMatchedOption("--data")) {
            all.addAll(MethodChanges.of(data.openExisting()));
        }
        all.stream()
                .filter(event -> days.contain(event.day()))
                .sorted(Comparator.comparing(DatedEvent::day))
                .flatMap(event -> json
                        ? EventLines.json(event)
                        : EventLines.of(event, session.terminal().style()))
                .forEach(session.terminal()::say);
        return ExitStatus.DONE;
    }
}
