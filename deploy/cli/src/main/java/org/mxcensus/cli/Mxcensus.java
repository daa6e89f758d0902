package org.mxcensus.cli;

import java.time.Clock;
import java.util.List;
import org.mxcensus.cli.command.CommandTree;
import org.mxcensus.cli.config.Settings;
import org.mxcensus.cli.options.Ranges;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;

/// The one command: where the process begins.
public final class Mxcensus {

    private Mxcensus() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        if (terminal.interactive()) {
            // A warning must not be written into a progress line; logback.xml reads this.
            System.setProperty("mxcensus.fresh-line", "\r\u001b[K");
        }
        int status;
        try (Session session = new Session(terminal, Clock.systemUTC(), System.getenv())) {
            status = run(session, arguments);
        }
        terminal.out().flush();
        terminal.err().flush();
        System.exit(status);
    }

    /// Runs a command line.
    ///
    /// @return the exit status
    public static int run(Session session, String... arguments) {
        Errors errors = new Errors(session);
        try {
            CommandLine tree = CommandTree.of(session);
            return tree.setDefaultValueProvider(Settings.of(tree, session.environment(), List.of(arguments)))
                    .setParameterExceptionHandler(errors)
                    .setExecutionExceptionHandler(errors)
                    .setExecutionStrategy(parsed -> {
                        Ranges.require(parsed);
                        return new RunLast().execute(parsed);
                    })
                    .execute(arguments);
        } catch (ParameterException e) { // a setting that is no option
            return errors.handleParseException(e, arguments);
        } catch (Throwable e) { // an Error too is to end in a sentence
            return errors.failed(e);
        }
    }
}
