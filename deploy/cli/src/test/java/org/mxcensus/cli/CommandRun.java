package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Terminal;

/// A command line, run in this JVM, and what came of it.
public record CommandRun(int status, String out, String err) {

    public static CommandRun of(String... arguments) {
        return at(Clock.systemUTC(), arguments);
    }

    public static CommandRun of(List<String> arguments) {
        return of(arguments.toArray(String[]::new));
    }

    /// Over a dataset.
    public static CommandRun over(Path data, List<String> arguments) {
        return of(Stream.concat(arguments.stream(), Stream.of("--data", data.toString()))
                .toList());
    }

    public static CommandRun at(Clock clock, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (Session session = new Session(Terminal.plain(new PrintWriter(out), new PrintWriter(err)), clock)) {
            int status = Mxcensus.run(session, arguments);
            return new CommandRun(status, out.toString(), err.toString());
        }
    }

    /// Itself, where all went well.
    public CommandRun done() {
        assertThat(status).as(err).isEqualTo(ExitStatus.DONE);
        return this;
    }

    /// The lines of standard output.
    public List<String> lines() {
        return out.lines().toList();
    }

    /// The lines of standard error.
    public List<String> complaints() {
        return err.lines().toList();
    }
}
