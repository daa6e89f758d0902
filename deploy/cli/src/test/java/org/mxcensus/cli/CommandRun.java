package org.mxcensus.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import org.mxcensus.cli.terminal.Terminal;

/// A command line, run in this JVM, and what came of it.
public record CommandRun(int status, String out, String err) {

    public static CommandRun of(String... arguments) {
        return at(Clock.systemUTC(), arguments);
    }

    public static CommandRun of(List<String> arguments) {
        return of(arguments.toArray(String[]::new));
    }

    public static CommandRun at(Clock clock, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (Session session = new Session(Terminal.plain(new PrintWriter(out), new PrintWriter(err)), clock)) {
            int status = Mxcensus.run(session, arguments);
            return new CommandRun(status, out.toString(), err.toString());
        }
    }

    /// The lines of standard error.
    public List<String> complaints() {
        return err.lines().toList();
    }
}
