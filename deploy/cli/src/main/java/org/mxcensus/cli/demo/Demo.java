package org.mxcensus.cli.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mxcensus.cli.census.StopSignal;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.lab.generate.Event;

/// A demo in a directory: begun, interrupted or done.
public final class Demo {
    private final Path directory;
    private final DirectoryStore store;
    private final DemoPlan plan;
    private final Clock clock;

    private Demo(Path directory, DirectoryStore store, DemoPlan plan, Clock clock) {
        this.directory = directory;
        this.store = store;
        this.plan = plan;
        this.clock = clock;
    }

    /// The demo of a directory, which is made where it does not exist.
    ///
    /// @param clock the real one; the demo ends in its month
    /// @throws org.mxcensus.datasets.store.UserError where the directory cannot be used for it
    public static Demo in(Path directory, int domains, int months, Clock clock) {
        DemoPlan plan = DemoPlan.in(directory, domains, months, clock);
        DirectoryStore store = new DirectoryStore(directory);
        plan.write(directory);
        return new Demo(directory, store, plan, clock);
    }

    public DirectoryStore store() {
        return store;
    }

    /// The date of the newest crawl.
    public LocalDate last() {
        return plan.dates().getLast();
    }

    /// Lives through what is missing of the year.
    ///
    /// @return whether anything was missing
    /// @throws InterruptedException where the process is being stopped; what is done is kept
    public boolean run(Terminal terminal) throws InterruptedException {
        List<LocalDate> missing = Year.missing(store, plan);
        if (missing.isEmpty()) {
            terminal.say("%s holds this demo already, %s to %s. Delete it to start over."
                    .formatted(directory, plan.first(), last()));
            return false;
        }
        terminal.say("A simulated world of %s, crawled on the first of %s, %s to %s, on this machine alone."
                .formatted(
                        Figures.count(plan.domains(), "domain", "domains"),
                        Figures.count(plan.months(), "month", "months"),
                        plan.first(),
                        last()));
        String howToGoOn = "Stopped; what is done is kept. Start it again in %s to go on.".formatted(directory);
        try (StopSignal _ = new StopSignal(terminal, howToGoOn);
                DemoWatcher watcher = new DemoWatcher(terminal, clock, plan.dates())) {
            new Year(store, directory, plan, clock, watcher).run();
        }
        return true;
    }

    /// Where the dashboard is, and what is worth a look there.
    public List<String> whatToLookAt(URI dashboard) {
        List<String> lines = new ArrayList<>();
        lines.add("The dashboard is at " + dashboard + " (Ctrl-C ends it). Look at:");
        lines.add(place(dashboard, "how everything spreads over the year"));
        Event.all().stream()
                .filter(event -> event.month() < plan.months())
                .map(event -> place(
                        dashboard.resolve("provider/" + event.provider()),
                        "from %s on, %s".formatted(plan.dates().get(event.month()), event.what())))
                .forEach(lines::add);
        lines.add(place(dashboard.resolve("tld/nl"), "a top-level domain where DNSSEC is common"));
        return lines;
    }

    private static String place(URI address, String what) {
        return "  %-52s %s".formatted(address, what);
    }
}
