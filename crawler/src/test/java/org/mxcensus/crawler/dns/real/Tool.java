package org.mxcensus.crawler.dns.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.ledger.RealServer;

/// A program that does something and ends.
record Tool(String program) {

    /// @param folder where it runs
    /// @return what it printed
    /// @throws IllegalStateException with what it printed, if it failed
    List<String> run(Path folder, String... arguments) {
        return run(folder, true, arguments);
    }

    /// The same, whatever its exit status.
    List<String> ask(Path folder, String... arguments) {
        return run(folder, false, arguments);
    }

    private List<String> run(Path folder, boolean mustSucceed, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(RealServer.require(program).toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 && mustSucceed) {
                throw new IllegalStateException(String.join(" ", command) + ": " + printed);
            }
            return printed.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + program + " ran", e);
        }
    }

    /// Key tag, algorithm, digest type and digest of printed DS records: of those by SHA-256, where there are such.
    static List<String> ds(Stream<String> printed) {
        List<String> all = printed.map(
                        line -> List.of(line.replaceAll(";.*", "").trim().split("\\s+")))
                .filter(fields -> fields.contains("DS"))
                .map(fields -> fields.subList(fields.indexOf("DS") + 1, fields.size()))
                .map(ds -> String.join(" ", ds.subList(0, 3)) + " " + String.join("", ds.subList(3, ds.size())))
                .toList();
        List<String> sha256 =
                all.stream().filter(ds -> ds.split(" ")[2].equals("2")).toList();
        return sha256.isEmpty() ? all : sha256;
    }
}
