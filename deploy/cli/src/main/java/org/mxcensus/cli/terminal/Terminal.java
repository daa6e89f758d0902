package org.mxcensus.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The two streams of a command, and what the person behind them can see.
///
/// @param out results and progress
/// @param err what went wrong
/// @param interactive `out` is a terminal, so that a line may be drawn over
/// @param style how words are emphasized on `out`
/// @param width columns of a line
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, Style style, int width) {

    private static final int USUAL_WIDTH = 100;

    /// The streams of this process.
    ///
    /// @param environment `NO_COLOR` (set and not empty) and `TERM=dumb` switch colours off
    public static Terminal ofProcess(Map<String, String> environment) {
        boolean interactive = isTerminal(1);
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean colour =
                interactive && !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                interactive && !dumb,
                colour ? Style.COLOURED : Style.PLAIN,
                width(environment));
    }

    /// Plain streams, for pipes.
    public static Terminal plain(PrintWriter out, PrintWriter err) {
        return new Terminal(out, err, false, Style.PLAIN, USUAL_WIDTH);
    }

    /// Writes a line to `out` and shows it at once.
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /// Writes one sentence to `err` and shows it at once.
    public void complain(String sentence) {
        out.flush();
        err.println(sentence);
        err.flush();
    }

    /// Writes a sentence to `err` that is to be known, though things go on.
    public void warn(String sentence) {
        complain("warning: " + sentence);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8), false);
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    /// `System.console()` wants a terminal at standard input too, which a zone file in a pipe is not.
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return System.console() != null && System.console().isTerminal();
    }
}
