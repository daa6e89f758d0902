package org.mxcensus.cli;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns whatever goes wrong into one sentence and an exit status.
///
/// @param session whose standard error the sentence goes to
record Errors(Session session) implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal().complain("%s See `%s --help`.".formatted(sentence(message(e)), command));
        return ExitStatus.USAGE;
    }

    /// As picocli says it, but for words where a command is expected: picocli takes them for arguments too many.
    private static String message(ParameterException e) {
        if (e.getCause() instanceof UserError mistake) { // an option's own word on its value
            return Objects.requireNonNullElse(mistake.getMessage(), "");
        }
        if (e instanceof UnmatchedArgumentException surplus
                && !surplus.isUnknownOption()
                && !e.getCommandLine().getSubcommands().isEmpty()) {
            String word = surplus.getUnmatched().getFirst();
            // picocli always finds something alike; a slip of the finger seldom is in the first letter.
            String alike = surplus.getSuggestions().stream()
                    .filter(command -> !word.isEmpty() && command.charAt(0) == word.charAt(0))
                    .findFirst()
                    .map("; did you mean %s?"::formatted)
                    .orElse(".");
            return "There is no command " + word + alike;
        }
        return Objects.requireNonNullElse(e.getMessage(), "");
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return failed(e);
    }

    int failed(Throwable e) {
        if (e instanceof UserError mistake) {
            terminal().complain(Objects.requireNonNullElse(mistake.getMessage(), ""));
        } else if (e instanceof InterruptedException || e instanceof CancellationException) {
            // Whoever stops the process says why and how to go on.
            return ExitStatus.FAILED;
        } else {
            session.log().record(e);
            terminal()
                    .complain(
                            "This is a bug in mxcensus (%s); please report it with the file %s, which says where it happened."
                                    .formatted(
                                            e.getClass().getSimpleName(),
                                            session.log().file()));
        }
        return ExitStatus.FAILED;
    }

    private Terminal terminal() {
        return session.terminal();
    }

    /// picocli's messages come with and without a final stop, and some over several lines.
    private static String sentence(String message) {
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
    }
}
