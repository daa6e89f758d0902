package org.mxcensus.cli.terminal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Shows how far something is while it runs: a line that draws over itself on a terminal, a plain line every few
/// seconds elsewhere.
///
///     try (Progress progress = Progress.of(terminal, () -> crawl.progress().toString())) {
///         crawl.run();
///     }
public final class Progress implements AutoCloseable {
    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(5);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Terminal terminal;
    private final Supplier<String> state;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("progress").daemon().factory());
    private String shown = "";

    private Progress(Terminal terminal, Supplier<String> state) {
        this.terminal = terminal;
        this.state = state;
        long every = (terminal.interactive() ? REDRAW : SAY_AGAIN).toMillis();
        clockwork.scheduleWithFixedDelay(this::show, every, every, TimeUnit.MILLISECONDS);
    }

    /// Begins to show.
    ///
    /// @param state the line to show now; asked from another thread
    public static Progress of(Terminal terminal, Supplier<String> state) {
        return new Progress(terminal, state);
    }

    /// Shows the state now.
    public synchronized void show() {
        if (clockwork.isShutdown()) {
            return;
        }
        String line = state.get();
        if (line.equals(shown)) {
            return;
        }
        shown = line;
        if (terminal.interactive()) {
            terminal.out().print(CLEAR_LINE + cut(line));
            terminal.out().flush();
        } else {
            terminal.say(line);
        }
    }

    /// Says a line that stays, above the one that is drawn over.
    public synchronized void say(String line) {
        if (terminal.interactive()) {
            terminal.out().print(CLEAR_LINE);
            shown = "";
        }
        terminal.say(line);
    }

    /// Ends the line; what is printed next begins on a fresh one.
    @Override
    public synchronized void close() {
        clockwork.shutdownNow();
        if (terminal.interactive() && !shown.isEmpty()) {
            terminal.out().print(CLEAR_LINE);
            terminal.out().flush();
        }
    }

    /// A line that wraps could not be drawn over.
    private String cut(String line) {
        return line.length() < terminal.width() ? line : line.substring(0, terminal.width() - 1);
    }
}
