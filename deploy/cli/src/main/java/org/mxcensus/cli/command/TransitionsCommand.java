package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.transition.Event;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Move;
import org.mxcensus.analyzer.transition.Transition;
import org.mxcensus.analyzer.transition.Transitions;
import org.mxcensus.cli.census.TransitionLines;
import org.mxcensus.cli.options.Choice;
import org.mxcensus.cli.options.CrawlDate;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.Form;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.MechanismOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `mxcensus transitions`.
@Command(
        name = "transitions",
        description = "Tell what became of domains between two judged crawls. That is who adopted, dropped, broke or"
                + " repaired what, and who moved to which provider.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus transitions --data census --before 2026-07-01 --after 2026-08-01",
            "  mxcensus transitions --data census --list broke --mechanism dane"
        })
final class TransitionsCommand implements Callable<Integer> {
    private static final int MOVES = 10;

    private final Session session;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--before",
            paramLabel = "DATE",
            description = "The earlier crawl (default: the one before the later).")
    private Optional<LocalDate> earlier = Optional.empty();

    @Option(names = "--after", paramLabel = "DATE", description = "The later crawl (default: the newest).")
    private Optional<LocalDate> later = Optional.empty();

    @Option(names = "--tld", paramLabel = "TLD", description = "Only domains below this top-level domain.")
    private Optional<String> tld = Optional.empty();

    @Option(
            names = "--list",
            converter = Known.class,
            paramLabel = "EVENT",
            description = "Print the domains behind an event instead, one a line: appeared, vanished, adopted, dropped,"
                    + " broke, repaired, stayed, not_applicable, unmeasured.")
    private Optional<String> listed = Optional.empty();

    @Mixin
    private final MechanismOption mechanism = new MechanismOption();

    @Option(names = "--json", description = "As JSON, one object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final HelpOption help = new HelpOption();

    TransitionsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (json && listed.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--list prints names alone and takes no --json.");
        }
        if (earlier.isPresent() && later.isPresent() && !earlier.get().isBefore(later.get())) {
            throw new ParameterException(spec.commandLine(), "--before names the earlier crawl and --after the later.");
        }
        Optional<Mechanism> about = mechanism.named();
        Optional<Event> event = listed.map(TransitionsCommand::event);
        Optional<String> below = tld.map(name -> name.toLowerCase(Locale.ROOT));
        Store store = data.openExisting();
        LocalDate after = later(store);
        LocalDate before = earlier(store, after);
        try (Transitions transitions = Transitions.between(store, before, after)) {
            warnOf(transitions.differingMeans());
            List<Transition> all = below(below, transitions, before, after);
            if (event.isPresent()) {
                transitions
                        .domains(about.orElse(Mechanism.DANE), event.get(), below, 0, Long.MAX_VALUE)
                        .forEach(session.terminal()::say);
            } else {
                List<Move> moves =
                        about.isPresent() ? List.of() : transitions.moves(below, json ? Long.MAX_VALUE : MOVES);
                say(before, after, about.map(List::of).orElse(List.of(Mechanism.values())), all, moves);
            }
        }
        return ExitStatus.DONE;
    }

    private static Event event(String text) {
        return Choice.of("--list", text, List.of(Event.values()), Choice::word);
    }

    private LocalDate later(Store store) {
        return later.orElseGet(() -> CrawlDate.finished(store).getLast());
    }

    private LocalDate earlier(Store store, LocalDate after) {
        return earlier.or(() -> new Manifests(store)
                        .crawls().stream().filter(after::isAfter).max(LocalDate::compareTo))
                .orElseThrow(() -> new UserError(
                        "There is no crawl before that of %s in %s to compare it with; name two by --before and --after."
                                .formatted(after, store)));
    }

    private void warnOf(List<String> means) {
        if (!means.isEmpty()) {
            session.terminal()
                    .warn(("The two crawls were not judged alike (%s differ), so a change may be ours;"
                                    + " run `mxcensus judge` to judge both by the same.")
                            .formatted(String.join(", ", means)));
        }
    }

    private static List<Transition> below(
            Optional<String> tld, Transitions transitions, LocalDate before, LocalDate after) {
        List<Transition> all = transitions.all().stream()
                .filter(one -> tld.isEmpty() || one.tld().equals(tld.get()))
                .toList();
        if (all.isEmpty() && tld.isPresent()) {
            throw new UserError(
                    "Neither the crawl of %s nor that of %s names a domain below \"%s\"; give another --tld, or none for all."
                            .formatted(before, after, tld.get()));
        }
        return all;
    }

    private void say(
            LocalDate before,
            LocalDate after,
            List<Mechanism> mechanisms,
            List<Transition> transitions,
            List<Move> moves) {
        if (json) {
            transitions.stream()
                    .filter(one -> mechanisms.contains(one.mechanism()))
                    .map(TransitionLines::json)
                    .forEach(session.terminal()::say);
            moves.stream().map(TransitionLines::json).forEach(session.terminal()::say);
        } else {
            TransitionLines.of(
                            before,
                            after,
                            mechanisms,
                            transitions,
                            moves,
                            session.terminal().style())
                    .forEach(session.terminal()::say);
        }
    }

    private static final class Known extends Form {
        private Known() {
            super(TransitionsCommand::event);
        }
    }
}
