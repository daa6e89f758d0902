package org.mxcensus.cli.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mxcensus.ledger.RealServer;

/// Programs of this machine, and the files that they are given.
final class Tool {

    private Tool() {}

    /// The command line of a server.
    static List<String> command(String program, String... arguments) {
        return Stream.concat(Stream.of(RealServer.require(program).toString()), Stream.of(arguments))
                .toList();
    }

    /// Runs a program to its end.
    ///
    /// @throws IllegalStateException with what it printed, if it failed
    static void run(String program, String... arguments) {
        try {
            Process process = new ProcessBuilder(command(program, arguments))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " " + String.join(" ", arguments) + ": " + printed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + program + " ran", e);
        }
    }

    /// Writes a file, in a folder that may not be there yet.
    static Path write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
