package org.mxcensus.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The ledger of one test JVM: a file to which a line is added as each test ends, so that a crash loses none.
///
/// Its name begins with the build run that it belongs to; what earlier runs left in the folder goes away when a run
/// begins to write, and would not be read in any case.
final class LedgerFile implements Consumer<Entry> {

    private static final Consumer<Entry> OF_THIS_JVM = fromSystemProperties();

    private final Path file;

    private LedgerFile(Path file) {
        this.file = file;
    }

    /// The ledger that the build asked for (`mxcensus.ledger` is its folder, `mxcensus.run` names the run), or none
    /// where tests run without the build, as in an editor.
    static Consumer<Entry> ofThisJvm() {
        return OF_THIS_JVM;
    }

    /// Opens the ledger of a run.
    ///
    /// @param folder where it goes; made where missing
    /// @param run name of the build run
    /// @param writer tells the files of several JVMs of one run apart
    /// @throws UncheckedIOException if the folder cannot be made or cleared
    static LedgerFile open(Path folder, String run, long writer) {
        try {
            Files.createDirectories(folder);
            for (Path file : files(folder)) {
                if (!isOfRun(file, run)) {
                    Files.deleteIfExists(file);
                }
            }
            return new LedgerFile(folder.resolve(prefix(run) + writer + ".tsv"));
        } catch (IOException e) {
            throw new UncheckedIOException("the test ledger cannot be written in " + folder, e);
        }
    }

    /// What the JVMs of a run wrote in a folder; nothing where there is no such folder.
    static List<Entry> read(Path folder, String run) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Stream.Builder<Entry> entries = Stream.builder();
        for (Path file : files(folder)) {
            if (isOfRun(file, run)) {
                Files.readAllLines(file).stream().map(Entry::parse).forEach(entries);
            }
        }
        return entries.build().toList();
    }

    /// Adds a line. Tests may run in parallel, hence one at a time.
    @Override
    public synchronized void accept(Entry entry) {
        try {
            Files.writeString(file, entry.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the test ledger cannot be written: " + file, e);
        }
    }

    private static Consumer<Entry> fromSystemProperties() {
        String folder = System.getProperty("mxcensus.ledger", "");
        if (folder.isEmpty()) {
            return entry -> {};
        }
        String run = System.getProperty("mxcensus.run", "unnamed");
        return open(Path.of(folder), run, ProcessHandle.current().pid());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOfRun(Path file, String run) {
        return file.getFileName().toString().startsWith(prefix(run));
    }

    // A run is named by the time at which it began, whose colons not every file system takes.
    private static String prefix(String run) {
        return run.replaceAll("[^A-Za-z0-9]", "") + "-";
    }
}
