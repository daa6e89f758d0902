package org.mxcensus.analyzer.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.UserError;

/// The directory that a release is written to, with the digest of each file in it.
final class ExportDirectory {
    static final String SUMS = "SHA256SUMS";
    private static final int DIGEST_AND_SPACES = 66;

    private final Path root;
    private final SortedMap<String, String> digests = new TreeMap<>();
    private final Set<String> before;

    private ExportDirectory(Path root, Set<String> before) {
        this.root = root;
        this.before = before;
    }

    /// @throws UserError where the directory holds anything but an earlier release
    static ExportDirectory open(Path root) throws IOException {
        Files.createDirectories(root);
        Set<String> listed = listed(root.resolve(SUMS));
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> !name.equals(SUMS) && !listed.contains(name))
                    .findFirst()
                    .ifPresent(foreign -> {
                        throw new UserError(
                                "%s holds %s, which is no part of a release; give an empty directory with --out."
                                        .formatted(root, foreign));
                    });
        }
        return new ExportDirectory(root, listed);
    }

    private static Set<String> listed(Path sums) throws IOException {
        return Files.isRegularFile(sums)
                ? Files.readAllLines(sums).stream()
                        .filter(line -> line.length() > DIGEST_AND_SPACES)
                        .map(line -> line.substring(DIGEST_AND_SPACES))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /// Where a file is to be made.
    Path place(String name) throws IOException {
        Path file = root.resolve(name);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return file;
    }

    /// Copies a file in and gives its digest.
    String copy(Path from, String name) throws IOException {
        Files.copy(from, place(name), StandardCopyOption.REPLACE_EXISTING);
        return made(name);
    }

    /// Takes a file that was made into the list and gives its digest.
    String made(String name) throws IOException {
        String digest = Checksums.sha256(root.resolve(name));
        digests.put(name, digest);
        return digest;
    }

    /// Writes the list and removes what an earlier release had besides.
    void finish() throws IOException {
        for (String name : before) {
            if (!digests.containsKey(name)) {
                Files.deleteIfExists(root.resolve(name));
            }
        }
        Files.write(
                root.resolve(SUMS),
                digests.entrySet().stream()
                        .map(entry -> entry.getValue() + "  " + entry.getKey())
                        .toList());
    }
}
