package org.mxcensus.analyzer.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.SchemaVersion;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.UserError;

/// The directory that a release is written to, with the digest of each file in it. Safe for use by several threads.
///
/// The list of digests grows with each file, so that whoever goes on with a release that was interrupted knows which
/// files are whole.
final class ExportDirectory {
    static final String SUMS = "SHA256SUMS";
    /// A note in a file's footer: what its rows were taken from and how.
    static final String ORIGIN = "origin";

    /// Another: the version of the tables that it is of.
    static final String SCHEMA = "schema_version";

    private static final String UNFINISHED = ".unfinished";

    private final Path root;
    private final Map<String, String> digests = new ConcurrentSkipListMap<>();
    private final Map<String, String> before;

    private ExportDirectory(Path root, Map<String, String> before) {
        this.root = root;
        this.before = before;
    }

    /// @throws UserError where the directory holds anything but an earlier release
    static ExportDirectory open(Path root) throws IOException {
        Files.createDirectories(root);
        Map<String, String> listed = listed(root);
        Set<String> unfinished =
                names(root).stream().filter(name -> name.endsWith(UNFINISHED)).collect(Collectors.toSet());
        names(root).stream()
                .filter(name -> !name.equals(SUMS) && !listed.containsKey(name) && !unfinished.contains(name))
                .findFirst()
                .ifPresent(foreign -> {
                    throw new UserError(
                            "%s holds %s, which is no part of a release; give an empty directory with --out."
                                    .formatted(root, foreign));
                });
        for (String name : unfinished) {
            Files.deleteIfExists(root.resolve(name));
        }
        return new ExportDirectory(root, listed);
    }

    /// The names of all files below a directory, sorted.
    static Set<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /// The digests of the files that a release lists, by name.
    static Map<String, String> listed(Path root) throws IOException {
        Path sums = root.resolve(SUMS);
        Map<String, String> listed = new TreeMap<>();
        if (Files.isRegularFile(sums)) {
            for (String line : Files.readAllLines(sums)) {
                int gap = line.indexOf("  ");
                if (gap == 64) {
                    listed.put(line.substring(gap + 2), line.substring(0, gap));
                }
            }
        }
        return listed;
    }

    /// Writes a file.
    interface Maker {
        void make(Path file) throws IOException;
    }

    /// Makes a Parquet file, unless it is there, whole, of the same origin and of this version of the tables.
    ///
    /// @return where it is
    Path parquet(String name, String origin, Maker maker) throws IOException {
        Path file = root.resolve(name);
        if (isWhole(name) && isCurrent(ParquetFiles.notes(file), origin)) {
            keep(name);
            return file;
        }
        return make(name, maker);
    }

    private static boolean isCurrent(Map<String, String> notes, String origin) {
        return origin.equals(notes.get(ORIGIN))
                && Integer.toString(SchemaVersion.CURRENT).equals(notes.get(SCHEMA));
    }

    /// Makes a file that follows from another one alone, unless both are what they were.
    Path after(String other, String name, Maker maker) throws IOException {
        if (isWhole(name) && digests.get(other) != null && digests.get(other).equals(before.get(other))) {
            keep(name);
            return root.resolve(name);
        }
        return make(name, maker);
    }

    /// Makes a file, in the place of one that is there.
    Path make(String name, Maker maker) throws IOException {
        Path file = root.resolve(name);
        Path folder = file.getParent();
        Files.createDirectories(folder == null ? root : folder);
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        maker.make(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        note(name, Checksums.sha256(file));
        return file;
    }

    /// The digest of a file that was made.
    String digest(String name) {
        String digest = digests.get(name);
        if (digest == null) {
            throw new IllegalStateException(name + " was not made");
        }
        return digest;
    }

    /// The size of a file that was made.
    long bytes(String name) {
        return root.resolve(name).toFile().length();
    }

    /// The names of all files that were made, sorted.
    Set<String> made() {
        return digests.keySet();
    }

    private boolean isWhole(String name) {
        String digest = before.get(name);
        Path file = root.resolve(name);
        return digest != null && Files.isRegularFile(file) && digest.equals(Checksums.sha256(file));
    }

    private void keep(String name) {
        digests.put(name, before.get(name));
    }

    private synchronized void note(String name, String digest) throws IOException {
        digests.put(name, digest);
        Files.writeString(
                root.resolve(SUMS), digest + "  " + name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// Writes the list and removes what an earlier release had besides.
    void finish() throws IOException {
        for (String name : before.keySet()) {
            if (!digests.containsKey(name)) {
                Files.deleteIfExists(root.resolve(name));
            }
        }
        Path sums = root.resolve(SUMS + UNFINISHED);
        Files.write(
                sums,
                digests.entrySet().stream()
                        .map(entry -> entry.getValue() + "  " + entry.getKey())
                        .toList());
        Files.move(sums, root.resolve(SUMS), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
